package dev.interlock.system.structure;

import dev.interlock.system.master.Ids;

/// The one BOM, and the one routing, of an item's revision in a plant.
public record StructureKey(String itemId, String revision, String plant) {
    /// From a path: what cannot be one is not there.
    public static StructureKey path(String itemId, String revision, String plant) {
        return new StructureKey(
                Ids.path("item", itemId), Ids.path("revision", revision), Ids.path("plant", plant));
    }

    public String text() {
        return itemId + "/" + revision + "/" + plant;
    }
}
