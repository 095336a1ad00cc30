package dev.interlock.system.structure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// What a caller says of a work center. A capacity is in whole seconds: several machines may work
/// more than a day in a day.
public record WorkCenterDraft(
        @NotBlank @Size(max = 200) String description,
        @NotNull WorkCenter.Status status,
        @NotNull @Valid WorkCenter.Validity validity,
        @NotNull @DurationMin(seconds = 0) @DurationMax(days = 366) Duration dailyCapacity) {}
