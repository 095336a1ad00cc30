package dev.interlock.platform.outbound;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// How the circuit to a target stands, when it may be tried, and what is measured of it.
class Circuit {
    static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final AtomicReference<CircuitBreakerState> state =
            new AtomicReference<>(CircuitBreakerState.CLOSED);

    /// Of the monotonic clock: the first moment after which an open circuit may be tried.
    private final AtomicLong nextProbe = new AtomicLong(System.nanoTime());

    /// By the last call that failed.
    private volatile Instant lastOpened = Instant.EPOCH;

    Circuit(InstantSource clock) {
        this.clock = clock;
    }

    void turned(CircuitBreakerState now) {
        if (now == CircuitBreakerState.OPEN) {
            nextProbe.set(System.nanoTime() + PROBE.toNanos());
            lastOpened = clock.instant();
        }
        state.set(now);
    }

    CircuitBreakerState state() {
        return state.get();
    }

    boolean takesRepetition() {
        if (state() == CircuitBreakerState.CLOSED) {
            return true;
        }
        var now = System.nanoTime();
        var next = nextProbe.get();
        return now - next >= 0 && nextProbe.compareAndSet(next, now + PROBE.toNanos());
    }

    /// 0 closed, 2 open, also while a probe is under way; 1 open, but nobody has tried it lately,
    /// so that it says nothing about the target any more.
    int level() {
        if (state() == CircuitBreakerState.CLOSED) {
            return 0;
        }
        return clock.instant().isBefore(lastOpened.plus(LATELY)) ? 2 : 1;
    }
}
