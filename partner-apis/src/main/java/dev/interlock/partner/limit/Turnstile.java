package dev.interlock.partner.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Lets the refusals of each supplier out one after another, 50 a second: the first at once, so
/// that nobody who asks once too often waits, and a flood as slowly as it comes back for more. What
/// waits here holds a virtual thread and nothing else.
@ApplicationScoped
class Turnstile {
    private static final Duration APART = Duration.ofMillis(20);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final Map<String, AtomicLong> next = new ConcurrentHashMap<>();

    /// Returns when it is this refusal's turn.
    void pass(String supplier) {
        var now = System.nanoTime();
        var free = next.computeIfAbsent(supplier, _ -> new AtomicLong(now));
        var turn = free.getAndUpdate(at -> turn(at, now) + APART.toNanos());
        try {
            Thread.sleep(Duration.ofNanos(turn(turn, now) - now));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Of the monotonic clock, whose numbers mean something only in relation to each other.
    private static long turn(long at, long now) {
        return now + Math.clamp(at - now, 0, AT_MOST.toNanos());
    }
}
