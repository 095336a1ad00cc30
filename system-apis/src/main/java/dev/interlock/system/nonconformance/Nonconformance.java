package dev.interlock.system.nonconformance;

import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that does not conform, as it stands.
public record Nonconformance(
        String nonconformanceId,
        String itemId,
        @Nullable String revision,
        @Nullable String lot,
        List<String> serials,
        String plant,
        @Nullable String orderNumber,
        @Nullable Integer operation,
        @Nullable String supplierId,
        String defectCode,
        Quantity quantity,
        Severity severity,
        String description,
        Status status,
        @Nullable Disposition disposition,
        List<String> evidence,
        String raisedBy,
        Instant raisedAt,
        long version) {
    public Nonconformance {
        serials = List.copyOf(serials);
        evidence = List.copyOf(evidence);
    }
}
