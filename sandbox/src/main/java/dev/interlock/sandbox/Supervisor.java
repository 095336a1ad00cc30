package dev.interlock.sandbox;

import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/// Watches a sandbox in the foreground: a part that ended by itself is started again, as a cluster
/// would.
final class Supervisor {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final int RESTARTS = 5;

    private final Sandbox sandbox;
    private final Progress progress;
    private final Map<Part, Deque<Long>> restarts = new EnumMap<>(Part.class);

    Supervisor(Sandbox sandbox, Progress progress) {
        this.sandbox = sandbox;
        this.progress = progress;
    }

    /// Returns when it is interrupted.
    void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                Part ended = sandbox.takeEnded();
                if (ended != null && sandbox.options().restarts()) {
                    restart(ended);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart(Part part) throws InterruptedException {
        // Ctrl-C reaches the parts before it reaches us: what ends because everything ends is not
        // started again.
        Thread.sleep(PAUSE);
        if (exhausted(part)) {
            progress.say(
                    "%s ended again and stays down: see %s"
                            .formatted(part.subject(), sandbox.log(part)));
            return;
        }
        try {
            progress.say(
                    "%s ended without being asked to: starting it again".formatted(part.subject()));
            sandbox.start(part);
            progress.say("%s: back".formatted(part.subject()));
        } catch (SandboxFailure e) {
            progress.say(e.sentence());
        }
    }

    private boolean exhausted(Part part) {
        Deque<Long> times = restarts.computeIfAbsent(part, _ -> new ArrayDeque<>());
        long now = System.nanoTime();
        times.removeIf(time -> now - time > WINDOW.toNanos());
        times.add(now);
        return times.size() > RESTARTS;
    }
}
