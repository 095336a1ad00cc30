package dev.interlock.system.structure;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.unit.Exact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a caller says of a routing. Lot sizes are in the item's base unit.
public record RoutingDraft(
        @NotNull StructureStatus status,
        @Valid @Nullable Quantity lotSizeFrom,
        @Valid @Nullable Quantity lotSizeTo,
        @NotNull @Valid Effectivity effectivity,
        @NotNull @Size(max = 500) List<@NotNull @Valid Operation> operations) {
    public RoutingDraft {
        lotSizeFrom = Exact.plainOrNull(lotSizeFrom);
        lotSizeTo = Exact.plainOrNull(lotSizeTo);
        operations = Sorted.by(operations, Operation::number);
    }
}
