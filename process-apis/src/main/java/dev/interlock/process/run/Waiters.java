package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests of this replica that wait for a run to come to rest. One that this replica works on
/// rings; one that another replica works on is looked up.
@ApplicationScoped
class Waiters {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Map<String, CompletableFuture<Told>> waiting = new ConcurrentHashMap<>();

    /// Taken before the run is looked at, so that no end between look and wait is missed.
    CompletableFuture<Told> bell(String runId) {
        return waiting.computeIfAbsent(runId, _ -> new CompletableFuture<>());
    }

    /// What is told before a moment has passed.
    Optional<Told> await(CompletableFuture<Told> bell, Duration atMost)
            throws InterruptedException {
        var pause = atMost.compareTo(LOOK) < 0 ? atMost : LOOK;
        try {
            return Optional.of(bell.get(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bell that failed to ring", e);
        }
    }

    void forget(String runId, CompletableFuture<Told> bell) {
        waiting.remove(runId, bell);
    }

    void tell(String runId, Told told) {
        var bell = waiting.remove(runId);
        if (bell != null) {
            bell.complete(told);
        }
    }
}
