package dev.interlock.process.run;

import dev.interlock.platform.outbound.RetryBudget;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.process.run.Outcome.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Holds repetitions back where they would only make things worse: behind an open circuit, and
/// where a target has had its share of them. A first attempt always passes.
///
/// A target is what a step is for, `MES:2000`: what is down in one plant holds up no other.
@ApplicationScoped
class RetryGate {
    private final Targets targets;
    private final InstantSource clock;
    private final LedgerConfig config;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Map<String, RetryBudget> budgets = new ConcurrentHashMap<>();

    RetryGate(Targets targets, InstantSource clock, LedgerConfig config) {
        this.targets = targets;
        this.clock = clock;
        this.config = config;
    }

    /// Whether an attempt may be made now; if not, for how long it is to be put off. An attempt
    /// that passes is to be ended.
    Optional<Duration> putOff(Step step) {
        if (step.attempts() == 0) {
            budget(step).first();
            return Optional.empty();
        }
        if (!budget(step).repeat()) {
            return Optional.of(pause());
        }
        if (!targets.named(step.via()).takesRepetition()) {
            budget(step).withdrawn();
            return Optional.of(pause());
        }
        return Optional.empty();
    }

    /// A first attempt that has passed without being asked for.
    void first(Step step) {
        budget(step).first();
    }

    void ended(Step step, Kind kind) {
        if (step.attempts() > 0) {
            budget(step).repeated(kind != Kind.NO_EFFECT && kind != Kind.IN_DOUBT);
        }
    }

    private RetryBudget budget(Step step) {
        return budgets.computeIfAbsent(step.target(), _ -> new RetryBudget(clock));
    }

    private Duration pause() {
        var longest = config.longestPause().toMillis();
        return Duration.ofMillis(longest / 4 + random.nextLong(longest));
    }
}
