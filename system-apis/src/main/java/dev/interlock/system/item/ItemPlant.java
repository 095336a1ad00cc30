package dev.interlock.system.item;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Code;
import dev.interlock.system.unit.Exact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// What a plant adds to an item: how it gets it, from which location it is supplied, and in which
/// lots. Lots are in the base unit.
public record ItemPlant(
        @NotNull @BusinessId String plant,
        @Code @Nullable String procurement,
        @BusinessId @Nullable String supplyLocation,
        @Min(0) @Max(3650) @Nullable Integer leadTimeDays,
        @Valid @Nullable Quantity minLot,
        @Valid @Nullable Quantity maxLot,
        @Valid @Nullable Quantity lotMultiple,
        @Code @Nullable String usageStatus) {
    public ItemPlant {
        minLot = Exact.plainOrNull(minLot);
        maxLot = Exact.plainOrNull(maxLot);
        lotMultiple = Exact.plainOrNull(lotMultiple);
    }
}
