package dev.interlock.process.run;

import java.time.Duration;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// A worker's stay with a run: whatever can go on goes on, and a repetition that is near is waited
/// for.
final class Stay {
    private final RunProcess process;
    private final Run run;
    private final Duration longest;
    private final Predicate<Handle> ending;
    private final long begin = System.nanoTime();
    private volatile boolean ended;

    /// `ending` is written with the end of the step after which nothing is left to do; it says
    /// whether it wrote anything.
    Stay(RunProcess process, Run run, Duration longest, Predicate<Handle> ending) {
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

    void end(Handle handle) {
        ended = ending.test(handle);
    }

    boolean hasEnded() {
        return ended;
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
