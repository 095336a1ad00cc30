package dev.interlock.system.item;

import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item. `currentRevision` is the one that holds today where the item lives.
public record Item(
        String itemId,
        String description,
        Type type,
        String baseUnit,
        MakeOrBuy makeOrBuy,
        @Nullable String currentRevision,
        String usageStatus,
        boolean batchManaged,
        boolean serialManaged,
        List<ItemPlant> plants,
        long version,
        List<Source> sources)
        implements Versioned {
    @Schema(name = "ItemType")
    public enum Type {
        RAW_MATERIAL,
        COMPONENT,
        ASSEMBLY,
        FINISHED_GOOD,
        CONSUMABLE
    }

    public enum MakeOrBuy {
        MAKE,
        BUY
    }

    public ItemDraft draft() {
        return new ItemDraft(
                description,
                type,
                baseUnit,
                makeOrBuy,
                usageStatus,
                batchManaged,
                serialManaged,
                plants);
    }
}
