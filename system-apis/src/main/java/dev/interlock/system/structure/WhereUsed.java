package dev.interlock.system.structure;

import dev.interlock.platform.quantity.Quantity;

/// A place where an item is used, directly (level 1) or in something that is used there. `loop`
/// says that the item is used in itself.
public record WhereUsed(
        int level,
        String parentId,
        String parentRevision,
        String plant,
        int position,
        String componentId,
        Quantity quantity,
        boolean loop) {}
