package dev.interlock.process.run;

import dev.interlock.process.run.Next.Meets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A worker's stay with a run: whatever can go on goes on, and a repetition that is near is waited
/// for.
final class Stay {
    private final RunProcess process;
    private final Run run;
    private final Duration longest;
    private final Function<Handle, Optional<Told>> ending;
    private final long begin = System.nanoTime();
    private final Map<Integer, Set<Integer>> met = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();
    private volatile Optional<Told> told = Optional.empty();

    /// `ending` is written with the end of the step after which nothing is left to do; it gives
    /// what is to be told of it, where it wrote anything.
    Stay(RunProcess process, Run run, Duration longest, Function<Handle, Optional<Told>> ending) {
        this.process = process;
        this.run = run;
        this.longest = longest;
        this.ending = ending;
    }

    RunProcess process() {
        return process;
    }

    Run run() {
        return run;
    }

    Optional<Told> end(Handle handle) {
        told = ending.apply(handle);
        return told;
    }

    /// Empty until the run has ended.
    Optional<Told> told() {
        return told;
    }

    /// Of those that a step waits for, each of which ended without seeing another end, the last one
    /// gets the steps with all of them done, and nobody else.
    synchronized Optional<List<Step>> meet(Meets meets) {
        var done = met.computeIfAbsent(meets.waiting().position(), _ -> new HashSet<>());
        done.add(meets.done().position());
        var all =
                meets.all().stream()
                        .map(s -> done.contains(s.position()) ? s.succeeded() : s)
                        .toList();
        return meets.waiting().canStart(all) && begun.add(meets.waiting().position())
                ? Optional.of(all)
                : Optional.empty();
    }

    /// False when it is too long until then to wait for it here.
    boolean pause(Duration pause) throws InterruptedException {
        var stayed = Duration.ofNanos(System.nanoTime() - begin);
        if (pause.plus(stayed).compareTo(longest) > 0) {
            return false;
        }
        if (pause.isPositive()) {
            Thread.sleep(pause.plusMillis(1));
        }
        return true;
    }
}
