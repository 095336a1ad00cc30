package dev.interlock.system.structure;

import dev.interlock.system.master.BusinessId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/// One step of a routing: where, and how long it takes to set up and for each unit.
@Schema(name = "RoutingOperation")
public record Operation(
        @NotNull @Min(1) @Max(9999) Integer number,
        @NotNull @BusinessId String workCenterId,
        @NotBlank @Size(max = 200) String description,
        @NotNull @DurationMin(seconds = 0) @DurationMax(days = 366) Duration setupTime,
        @NotNull @DurationMin(seconds = 0) @DurationMax(days = 366) Duration runTimePerUnit,
        Boolean inspection,
        @BusinessId @Nullable String subcontractorId) {
    public Operation {
        inspection = Boolean.TRUE.equals(inspection);
    }
}
