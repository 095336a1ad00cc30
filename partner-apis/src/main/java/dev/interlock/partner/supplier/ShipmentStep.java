package dev.interlock.partner.supplier;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier does with a shipment that it has announced.
public sealed interface ShipmentStep {

    /// It has left, now unless another time is said.
    @Schema(name = "ShipmentDeparture")
    record Departure(
            @Nullable Instant departedAt,
            @Nullable Instant expectedAt,
            @Size(min = 1, max = 80) @Nullable String carrier,
            @Size(min = 1, max = 80) @Nullable String trackingNumber)
            implements ShipmentStep {}

    @Schema(name = "ShipmentCancellation")
    record Cancellation(@Size(min = 1, max = 500) @Nullable String reason)
            implements ShipmentStep {}
}
