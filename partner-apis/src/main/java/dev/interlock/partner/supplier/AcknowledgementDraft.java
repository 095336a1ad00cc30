package dev.interlock.partner.supplier;

import dev.interlock.platform.quantity.Quantity;
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

/// What a supplier answers to lines of an order.
public record AcknowledgementDraft(@NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines) {

    /// The answers of X12 855.
    @Schema(name = "AcknowledgementResponse")
    public enum Response {
        ACCEPT,
        ACCEPT_WITH_CHANGE,
        BACKORDER,
        RESCHEDULE,
        REJECT
    }

    @Schema(name = "AcknowledgementDraftLine")
    public record Line(
            @NotNull @Min(1) @Max(99999) Integer line,
            @NotNull Response response,
            @Valid @Nullable Quantity quantity,
            @Nullable LocalDate deliveryOn,
            @Size(min = 1, max = 500) @Nullable String reason) {}
}
