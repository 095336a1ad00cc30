package dev.interlock.partner.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many requests of each supplier this replica serves at the same moment. One more waits for a
/// moment on its virtual thread: who asks for a few things at once gets them one after another.
@ApplicationScoped
class AtOnce {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final LimitSettings settings;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    AtOnce(LimitSettings settings) {
        this.settings = settings;
    }

    /// As `RateLimit-Policy` says it; the unit is the one that the IETF draft has for it.
    String policy() {
        return "\"at-once\";q=%d;qu=\"concurrent-requests\"".formatted(settings.atOnce());
    }

    /// As `RateLimit` says it when no place is left.
    String none() {
        return "\"at-once\";r=0";
    }

    /// How to leave again; empty when there was no room.
    Optional<Runnable> enter(String supplier) {
        var places = free.computeIfAbsent(supplier, _ -> new Semaphore(settings.atOnce(), true));
        try {
            return places.tryAcquire(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(places::release)
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
