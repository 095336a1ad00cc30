package dev.interlock.process.orderrelease;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.process.facts.OrderDossier;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// What was read of an order when its release was asked for, so that a release which nothing holds
/// up does not read it a second time. One that has to wait, or is taken over, reads it anew.
@ApplicationScoped
class Desk {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int ORDERS = 1_000;

    private final Cache<Place, OrderDossier> dossiers =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(ORDERS).build();

    /// Whoever takes a run over has a fence of its own.
    private record Place(String runId, long fence) {
        static Place of(Run run) {
            return new Place(run.id(), run.fence());
        }
    }

    void lay(Run run, OrderDossier dossier) {
        if (run.state() == RunState.CHECKING) {
            dossiers.put(Place.of(run), dossier);
        }
    }

    Optional<OrderDossier> take(Run run) {
        return Optional.ofNullable(dossiers.asMap().remove(Place.of(run)));
    }
}
