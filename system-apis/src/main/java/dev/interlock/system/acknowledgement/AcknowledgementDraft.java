package dev.interlock.system.acknowledgement;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Plausible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier answers to lines of an order. Lines that are left out stay as they are.
public record AcknowledgementDraft(@NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines) {

    @Schema(name = "AcknowledgementDraftLine")
    public record Line(
            @NotNull @Min(1) @Max(99999) Integer line,
            @NotNull Acknowledgement.Response response,
            @Valid @Nullable Quantity quantity,
            @Plausible @Nullable LocalDate deliveryOn,
            @Size(min = 1, max = 500) @Nullable String reason) {}
}
