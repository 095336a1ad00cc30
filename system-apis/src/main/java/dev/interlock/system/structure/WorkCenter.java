package dev.interlock.system.structure;

import dev.interlock.system.master.Consistent;
import dev.interlock.system.master.Plausible;
import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A machine, line or place where operations run, and how long it can work on a day.
public record WorkCenter(
        String plant,
        String workCenterId,
        String description,
        Status status,
        Validity validity,
        Duration dailyCapacity,
        long version,
        List<Source> sources)
        implements Versioned {
    @Schema(name = "WorkCenterStatus")
    public enum Status {
        ACTIVE,
        DOWN,
        TO_BE_DELETED
    }

    /// Plant days, both included.
    @Consistent(message = "must not end before it begins")
    @Schema(name = "WorkCenterValidity")
    public record Validity(@NotNull @Plausible LocalDate from, @Plausible @Nullable LocalDate to)
            implements Consistent.Whole {
        @Override
        public boolean fitsTogether() {
            return from == null || to == null || !to.isBefore(from);
        }
    }

    public WorkCenterDraft draft() {
        return new WorkCenterDraft(description, status, validity, dailyCapacity);
    }
}
