package dev.interlock.partner.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// How many requests of each supplier this replica serves at the same moment.
@ApplicationScoped
class AtOnce {
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

    /// How to leave again; empty when there is no room.
    Optional<Runnable> enter(String supplier) {
        var places = free.computeIfAbsent(supplier, _ -> new Semaphore(settings.atOnce()));
        return places.tryAcquire() ? Optional.of(places::release) : Optional.empty();
    }
}
