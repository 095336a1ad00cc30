package dev.interlock.process.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// What is begun for a run while it is being registered, so that its worker need not begin it. Only
/// a run that goes on at once begins anything: at the head of its keys nothing it asks for can be
/// out of date. One that has to wait, or is taken over, begins anew.
public final class Ahead<T> {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int RUNS = 1_000;

    private final Cache<Place, T> begun =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(RUNS).build();

    /// Whoever takes a run over has a fence of its own.
    private record Place(String runId, long fence) {
        static Place of(Run run) {
            return new Place(run.id(), run.fence());
        }
    }

    public void begin(Run run, Supplier<T> first) {
        if (run.state() == RunState.CHECKING) {
            begun.put(Place.of(run), first.get());
        }
    }

    public Optional<T> begun(Run run) {
        return Optional.ofNullable(begun.asMap().remove(Place.of(run)));
    }
}
