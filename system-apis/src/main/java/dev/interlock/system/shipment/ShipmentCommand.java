package dev.interlock.system.shipment;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.inventory.StockType;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is done with a shipment that stands.
public sealed interface ShipmentCommand {
    ShipmentStep step();

    /// It has left the supplier, now unless another time is said.
    @Schema(name = "ShipmentDeparture")
    record Departure(
            @Plausible @Nullable Instant departedAt,
            @Plausible @Nullable Instant expectedAt,
            @Size(min = 1, max = 80) @Nullable String carrier,
            @Size(min = 1, max = 80) @Nullable String trackingNumber)
            implements ShipmentCommand {
        @Override
        public ShipmentStep step() {
            return ShipmentStep.DEPART;
        }
    }

    /// It is at the plant's gate.
    @Schema(name = "ShipmentArrival")
    record Arrival(@Plausible @Nullable Instant arrivedAt) implements ShipmentCommand {
        @Override
        public ShipmentStep step() {
            return ShipmentStep.ARRIVE;
        }
    }

    /// It is taken into stock: as announced, or as the lines say, and then nothing of a line that
    /// is left out. Without a location it goes where the plant keeps the item.
    @Schema(name = "ShipmentReceipt")
    record Receipt(
            @BusinessId @Nullable String location,
            @Nullable ReceivedAs stockType,
            @Size(min = 1, max = 500) @Nullable List<@NotNull @Valid ReceivedLine> lines)
            implements ShipmentCommand {
        @Override
        public ShipmentStep step() {
            return ShipmentStep.RECEIVE;
        }
    }

    /// The lot tells which of a line's lots is meant; where the line came as one lot, another one
    /// is what the label really said.
    @Schema(name = "ShipmentReceiptLine")
    record ReceivedLine(
            @NotNull @Min(1) @Max(99999) Integer line,
            @NotNull @Valid Quantity quantity,
            @BusinessId @Nullable String lot) {}

    /// What received stock may be used for at first.
    @Schema(name = "ReceivedAs")
    enum ReceivedAs {
        QUALITY_INSPECTION,
        UNRESTRICTED;

        public StockType stockType() {
            return this == UNRESTRICTED ? StockType.UNRESTRICTED : StockType.QUALITY_INSPECTION;
        }
    }

    /// It will not come. One that has left needs the reason.
    @Schema(name = "ShipmentCancellation")
    record Cancellation(@Size(min = 1, max = 500) @Nullable String reason)
            implements ShipmentCommand {
        @Override
        public ShipmentStep step() {
            return ShipmentStep.CANCEL;
        }
    }
}
