package dev.interlock.system.correctiveaction;

import dev.interlock.system.correctiveaction.CorrectiveAction.DueDate;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.nonconformance.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a supplier is asked to put right. A stage without a due date gets the configured time.
public record CorrectiveActionDraft(
        @NotNull @BusinessId String supplierId,
        @NotNull @BusinessId String plant,
        @NotNull @BusinessId String itemId,
        @BusinessId @Nullable String lot,
        @BusinessId @Nullable String nonconformanceId,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String description,
        @NotNull Severity severity,
        @Size(max = 5) @Nullable List<@NotNull @Valid DueDate> dueDates) {
    public CorrectiveActionDraft {
        dueDates = dueDates == null ? List.of() : dueDates;
    }
}
