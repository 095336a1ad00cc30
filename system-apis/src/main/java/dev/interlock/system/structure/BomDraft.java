package dev.interlock.system.structure;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Code;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.unit.Exact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// What a caller says of a BOM.
public record BomDraft(
        @NotNull @Code String usage,
        @NotNull StructureStatus status,
        @NotNull @Valid Quantity baseQuantity,
        @NotNull @Valid Effectivity effectivity,
        @NotNull @Size(max = 10000) List<@NotNull @Valid BomLine> lines) {
    public BomDraft {
        baseQuantity = Exact.plain(baseQuantity);
        lines = Sorted.by(lines, BomLine::position);
    }
}
