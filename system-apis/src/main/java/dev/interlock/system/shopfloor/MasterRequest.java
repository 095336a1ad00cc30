package dev.interlock.system.shopfloor;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.vendor.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/// How a revision is made in a plant: what goes in, over which work centers.
public record MasterRequest(
        @NotNull @Size(min = 1, max = 200) String description,
        @NotNull @Pattern(regexp = "[A-Z0-9]{2,3}") String unit,
        @NotNull @Size(max = 10000) List<@NotNull @Valid Component> bom,
        @NotNull @Size(max = 500) List<@NotNull @Valid Step> operations) {

    /// One component of the structure.
    public record Component(
            @NotNull @Min(1) Integer position,
            @NotNull @Pattern(regexp = Id.SHAPE) String componentId,
            @NotNull @Valid Quantity quantity) {}

    /// One operation of the route.
    public record Step(
            @NotNull @Min(1) Integer number,
            @NotNull @Pattern(regexp = Id.SHAPE) String workCenterId,
            @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING) Duration setupTime,
            @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING) Duration runTimePerUnit) {}

    ShopfloorMaster toMaster(String plant, String itemId, String revision) {
        return new ShopfloorMaster(plant, itemId, revision, description, unit, bom, operations);
    }
}
