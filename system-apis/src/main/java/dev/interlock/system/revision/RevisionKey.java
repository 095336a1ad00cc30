package dev.interlock.system.revision;

import dev.interlock.system.master.Ids;

/// Which revision of which item.
public record RevisionKey(String itemId, String revision) {
    /// From a path: what cannot be one is not there.
    public static RevisionKey path(String itemId, String revision) {
        return new RevisionKey(Ids.path("item", itemId), Ids.path("revision", revision));
    }

    public String text() {
        return itemId + "/" + revision;
    }
}
