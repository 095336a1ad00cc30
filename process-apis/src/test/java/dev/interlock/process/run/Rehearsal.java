package dev.interlock.process.run;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// A process with two independent targets and one that waits for both; it never undoes itself.
@ApplicationScoped
class Rehearsal implements RunProcess {
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "rehearsal";
    }

    @Override
    public String collection() {
        return "/rehearsals";
    }

    @Override
    public Set<String> targets() {
        return Set.of("LEFT", "RIGHT", "LAST");
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.empty();
    }

    @Override
    public Verdict decide(Run run) {
        return new Verdict.Go(
                List.of(),
                List.of(
                        StepPlan.post("left", "LEFT", "system", "/left", Map.of()),
                        StepPlan.post("right", "RIGHT", "system", "/right", Map.of()).drafted(),
                        StepPlan.post("last", "LAST", "system", "/last", Map.of())
                                .after(List.of("left", "right"))));
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        throw new IllegalStateException("no step here is local");
    }

    /// What goes to the right is known; where the item is late, only to whoever asks again.
    @Override
    public byte[] complete(Run run, Step step) {
        if (asked.add(run.id()) && run.subject().endsWith("late")) {
            throw TargetFailed.unavailable("RIGHT", Effect.NONE, null);
        }
        return Call.json(Map.of("known", asked.size()));
    }

    @Override
    public Conclusion conclude(RunView view) {
        return switch (view.run().state()) {
            case SUCCEEDED, WAITING, REJECTED ->
                    new Conclusion.Answered(201, Map.of("state", view.run().state()));
            default -> new Conclusion.GoesOn(Map.of("state", view.run().state()));
        };
    }

    @Override
    public void settled(Handle handle, RunView view) {}
}
