package dev.interlock.system.quality;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is inspected of a revision, at which operations.
public record PlanRequest(
        @NotNull @Size(max = 500) List<@NotNull @Min(1) Integer> operations,
        @NotNull @Size(max = 200) List<@NotNull @Valid Characteristic> characteristics) {

    /// One thing that is measured or looked at, with its limits as text.
    public record Characteristic(
            @NotNull @Size(min = 1, max = 100) String name,
            @NotNull @Size(min = 1, max = 200) String method,
            @Size(max = 40) @Nullable String nominal,
            @Size(max = 40) @Nullable String lower,
            @Size(max = 40) @Nullable String upper) {}

    InspectionPlan toPlan(String plant, String itemId, String revision) {
        return new InspectionPlan(plant, itemId, revision, operations, characteristics);
    }
}
