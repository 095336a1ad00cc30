package dev.interlock.partner.supplier;

import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A shipment (an advance ship notice) as its supplier knows it. `status` is ANNOUNCED, IN_TRANSIT,
/// ARRIVED, RECEIVED or CANCELLED.
public record Shipment(
        String shipmentId,
        String orderNumber,
        List<Line> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant announcedAt,
        Instant expectedAt,
        @Nullable Instant departedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant receivedAt,
        String status,
        @Nullable String cancelReason) {
    public Shipment {
        lines = List.copyOf(lines);
    }

    /// `received` and `receivedLot` are what the buyer really found, once it is received.
    @Schema(name = "ShipmentLine")
    public record Line(
            int line,
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
