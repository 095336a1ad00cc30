package dev.interlock.system.structure;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import dev.interlock.system.revision.Effectivity;
import java.util.List;

/// What a revision of an item consists of in a plant: so much of each component for `baseQuantity`
/// of it.
public record Bom(
        String itemId,
        String revision,
        String plant,
        String usage,
        StructureStatus status,
        Quantity baseQuantity,
        Effectivity effectivity,
        List<BomLine> lines,
        long version,
        List<Source> sources)
        implements Versioned {
    public BomDraft draft() {
        return new BomDraft(usage, status, baseQuantity, effectivity, lines);
    }
}
