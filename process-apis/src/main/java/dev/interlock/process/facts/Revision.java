package dev.interlock.process.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A revision of an item.
public record Revision(
        String itemId,
        String revision,
        String status,
        @Nullable Effectivity effectivity,
        @Nullable String changeNumber,
        @Nullable Map<String, Object> attributes) {

    public boolean isReleased() {
        return status.equals("RELEASED");
    }
}
