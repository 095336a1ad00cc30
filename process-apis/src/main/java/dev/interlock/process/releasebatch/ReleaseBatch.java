package dev.interlock.process.releasebatch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.interlock.process.orderrelease.ReleaseDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The orders of a plant that were CREATED and to start on a day when the batch was asked for, and
/// how far checking them has got.
public record ReleaseBatch(
        String batchId,
        String plant,
        LocalDate plannedStart,
        int total,
        int done,
        List<Line> lines,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /// One order; without a decision while it has not been checked. `failed` are the findings that
    /// keep it from its release.
    @Schema(name = "ReleaseBatchLine")
    public record Line(
            String orderNumber,
            @Nullable ReleaseDecision decision,
            @Nullable @JsonRawValue @Schema(implementation = Object[].class) String failed,
            @Nullable Instant checkedAt) {}

    /// As whoever asked for it was told first.
    ReleaseBatch accepted() {
        var untouched =
                lines.stream().map(line -> new Line(line.orderNumber(), null, null, null)).toList();
        return new ReleaseBatch(batchId, plant, plannedStart, total, 0, untouched, startedAt, null);
    }
}
