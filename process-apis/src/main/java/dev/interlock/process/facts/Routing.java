package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The production routing of one item, revision and plant.
public record Routing(
        String status,
        @Nullable Quantity lotSizeFrom,
        @Nullable Quantity lotSizeTo,
        @Nullable Effectivity effectivity,
        List<Operation> operations) {

    public boolean isCertified() {
        return status.equals(Bom.CERTIFIED);
    }

    /// Whether a lot of this size is made by this routing.
    public boolean covers(Quantity quantity) {
        return (lotSizeFrom == null || quantity.value().compareTo(lotSizeFrom.value()) >= 0)
                && (lotSizeTo == null || quantity.value().compareTo(lotSizeTo.value()) <= 0);
    }

    public record Operation(
            int number,
            String workCenterId,
            @Nullable String description,
            Duration setupTime,
            Duration runTimePerUnit,
            boolean inspection,
            @Nullable String subcontractorId) {}
}
