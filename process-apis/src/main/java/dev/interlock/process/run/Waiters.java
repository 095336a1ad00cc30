package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Requests of this replica that wait for a run to come to rest. One that this replica works on
/// rings; one that another replica works on is looked up.
@ApplicationScoped
class Waiters {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

    /// Taken before the run is looked at, so that no end between look and wait is missed.
    CountDownLatch bell(String runId) {
        return waiting.computeIfAbsent(runId, _ -> new CountDownLatch(1));
    }

    /// Whether the bell rings before a moment has passed.
    boolean await(CountDownLatch bell, Duration atMost) throws InterruptedException {
        var pause = atMost.compareTo(LOOK) < 0 ? atMost : LOOK;
        return bell.await(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
    }

    void forget(String runId, CountDownLatch bell) {
        waiting.remove(runId, bell);
    }

    void tell(String runId) {
        var latch = waiting.remove(runId);
        if (latch != null) {
            latch.countDown();
        }
    }
}
