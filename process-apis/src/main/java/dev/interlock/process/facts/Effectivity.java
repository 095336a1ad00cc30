package dev.interlock.process.facts;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When something holds. `IMMEDIATE` without a day holds from now on.
public record Effectivity(
        @NotNull String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String itemId) {

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
