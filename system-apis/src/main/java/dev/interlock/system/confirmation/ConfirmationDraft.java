package dev.interlock.system.confirmation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Code;
import dev.interlock.system.master.Plausible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a MES reports of an operation, in any unit of the item. Nothing more comes of the operation
/// after a `final` one.
public record ConfirmationDraft(
        @NotNull @Min(1) Integer operation,
        @NotNull @Valid Quantity yield,
        @NotNull @Valid Quantity scrap,
        @Valid @Nullable Quantity rework,
        @Code @Nullable @Schema(description = "Needed when something is scrapped")
                String reasonCode,
        @JsonProperty("final")
                @Schema(description = "Whether the operation ends; false when left out")
                @Nullable Boolean last,
        @NotNull @Plausible Instant startedAt,
        @NotNull @Plausible Instant endedAt,
        @NotBlank
                @Size(max = 100)
                @Schema(description = "The MES's own number: it counts once for an order")
                String externalId) {
    public boolean ends() {
        return Boolean.TRUE.equals(last);
    }
}
