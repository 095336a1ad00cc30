package dev.interlock.partner.supplier;

import dev.interlock.partner.below.Id;
import dev.interlock.platform.quantity.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier announces for one of its orders. A line of the order may come in several lots,
/// each on a line of its own.
public record ShipmentDraft(
        @NotNull @Pattern(regexp = Id.SHAPE) String orderNumber,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines,
        @Size(min = 1, max = 80) @Nullable String carrier,
        @Size(min = 1, max = 80) @Nullable String trackingNumber,
        @NotNull Instant expectedAt) {

    @Schema(name = "ShipmentDraftLine")
    public record Line(
            @NotNull @Min(1) @Max(99999) Integer line,
            @NotNull @Valid Quantity quantity,
            @Pattern(regexp = Id.SHAPE) @Nullable String lot,
            @Size(max = 5000)
                    @Nullable List<@NotNull @Pattern(regexp = Id.SHAPE) String> serials) {}
}
