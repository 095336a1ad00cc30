package dev.interlock.system.structure;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import dev.interlock.system.revision.Effectivity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a revision of an item is made in a plant.
public record Routing(
        String itemId,
        String revision,
        String plant,
        StructureStatus status,
        @Nullable Quantity lotSizeFrom,
        @Nullable Quantity lotSizeTo,
        Effectivity effectivity,
        List<Operation> operations,
        long version,
        List<Source> sources)
        implements Versioned {
    public RoutingDraft draft() {
        return new RoutingDraft(status, lotSizeFrom, lotSizeTo, effectivity, operations);
    }
}
