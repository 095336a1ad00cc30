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

    /// How to leave again; empty when there is no room.
    Optional<Runnable> enter(String supplier) {
        var places = free.computeIfAbsent(supplier, _ -> new Semaphore(settings.atOnce()));
        return places.tryAcquire() ? Optional.of(places::release) : Optional.empty();
    }
}
