package dev.interlock.system.warehouse;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.vendor.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Material that the warehouse brings to where an order is made.
public record StagingRequest(
        String orderNumber, String plant, String supplyLocation, List<Line> lines, Status status) {
    public StagingRequest {
        lines = List.copyOf(lines);
    }

    /// How far the warehouse is.
    public enum Status {
        REQUESTED,
        STAGED,
        CANCELLED
    }

    /// One material, of one lot where the order names it; at a supply location of its own where it
    /// is not the request's.
    public record Line(
            @NotNull @Pattern(regexp = Id.SHAPE) String itemId,
            @NotNull @Valid Quantity quantity,
            @Pattern(regexp = Id.SHAPE) @Nullable String lot,
            @Pattern(regexp = Id.SHAPE) @Nullable String supplyLocation) {

        private boolean isSameAs(Line other) {
            return itemId.equals(other.itemId)
                    && quantity.unit().equals(other.quantity.unit())
                    && quantity.value().compareTo(other.quantity.value()) == 0
                    && Objects.equals(lot, other.lot)
                    && Objects.equals(supplyLocation, other.supplyLocation);
        }
    }

    /// What a caller asks for.
    public record Wanted(
            @NotNull @Pattern(regexp = Id.SHAPE) String plant,
            @NotNull @Pattern(regexp = Id.SHAPE) String supplyLocation,
            @NotEmpty @Size(max = 10000) List<@NotNull @Valid Line> lines) {

        StagingRequest forOrder(String orderNumber) {
            return new StagingRequest(orderNumber, plant, supplyLocation, lines, Status.REQUESTED);
        }
    }

    /// Asks for the same, and has not been called off.
    boolean covers(StagingRequest wanted) {
        if (status == Status.CANCELLED
                || !plant.equals(wanted.plant)
                || !supplyLocation.equals(wanted.supplyLocation)
                || lines.size() != wanted.lines.size()) {
            return false;
        }
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isSameAs(wanted.lines.get(i))) {
                return false;
            }
        }
        return true;
    }
}
