package dev.interlock.process.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A work center of a plant.
public record WorkCenter(
        String plant, String workCenterId, String status, @Nullable Validity validity) {
    public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {}

    public boolean isValidOn(LocalDate day) {
        return validity == null
                || ((validity.from() == null || !day.isBefore(validity.from()))
                        && (validity.to() == null || !day.isAfter(validity.to())));
    }
}
