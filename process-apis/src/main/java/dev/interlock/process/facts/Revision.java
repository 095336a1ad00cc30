package dev.interlock.process.facts;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A revision of an item, with the plant days between which ERP lets it hold.
public record Revision(
        String itemId,
        String revision,
        String status,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String changeNumber,
        @Nullable Map<String, Object> attributes) {

    public boolean holdsOn(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /// SUPERSEDED is a released revision that another has followed.
    public boolean isReleased() {
        return status.equals("RELEASED") || isSuperseded();
    }

    public boolean isSuperseded() {
        return status.equals("SUPERSEDED");
    }
}
