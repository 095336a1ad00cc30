package dev.interlock.system.acknowledgement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the buyer says to the changes of an acknowledgement, line by line.
public record ChangeDecisions(
        @NotEmpty @Size(max = 500) List<@NotNull @Valid ChangeDecision> decisions) {

    @Schema(name = "BuyersDecision")
    public enum Decision {
        ACCEPT,
        REJECT
    }

    @Schema(name = "ChangeDecision")
    public record ChangeDecision(
            @NotNull @Min(1) @Max(99999) Integer line,
            @NotNull Decision decision,
            @Size(min = 1, max = 500) @Nullable String reason) {}
}
