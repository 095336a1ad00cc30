package dev.interlock.system.nonconformance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the gateway asks of the system that keeps nonconformances. The reference core shares our
/// transaction.
public interface QualityCore {
    Nonconformance raise(Handle handle, NonconformanceReport report, String raisedBy);

    Optional<Nonconformance> find(String nonconformanceId);

    /// Locked until the transaction ends.
    Optional<Nonconformance> hold(Handle handle, String nonconformanceId);

    Nonconformance move(
            Handle handle, Nonconformance held, Status to, @Nullable Disposition disposition);

    /// In the order they were raised, after a number; each with its number.
    List<Numbered> list(Filter filter, long after, int limit);

    /// Where it stands in the order of raising.
    record Numbered(long number, Nonconformance nonconformance) {}

    /// What is wanted; no plants means all of them. `match` says how item, lot and order go
    /// together; everything else has to fit as well.
    record Filter(
            @Nullable String itemId,
            @Nullable String lot,
            @Nullable String orderNumber,
            Match match,
            @Nullable String supplierId,
            @Nullable Severity severity,
            @Nullable Status status,
            Set<String> plants) {
        public Filter {
            plants = Set.copyOf(plants);
        }
    }
}
