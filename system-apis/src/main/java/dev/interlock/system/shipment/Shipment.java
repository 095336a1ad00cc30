package dev.interlock.system.shipment;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What comes from a supplier for a purchase order (an advance ship notice), as it stands.
public record Shipment(
        String shipmentId,
        String supplierId,
        String orderNumber,
        String plant,
        List<Line> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant announcedAt,
        Instant expectedAt,
        @Nullable Instant departedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant receivedAt,
        Status status,
        @Nullable String cancelReason,
        long version)
        implements Versioned {
    public Shipment {
        lines = List.copyOf(lines);
    }

    @Schema(name = "ShipmentStatus")
    public enum Status {
        ANNOUNCED,
        IN_TRANSIT,
        ARRIVED,
        RECEIVED,
        CANCELLED
    }

    /// `received` and `receivedLot` are what was really there, once it is received.
    @Schema(name = "ShipmentLine")
    public record Line(
            int line,
            String itemId,
            @Nullable String supplierItemId,
            Quantity quantity,
            @Nullable String lot,
            List<String> serials,
            @Nullable Quantity received,
            @Nullable String receivedLot) {
        public Line {
            serials = List.copyOf(serials);
        }
    }
}
