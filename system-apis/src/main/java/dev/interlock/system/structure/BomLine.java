package dev.interlock.system.structure;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.interlock.platform.json.DecimalText;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.unit.Exact;
import dev.interlock.system.unit.Fraction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One component. Truth values may be left out and are false then. `scrapPercent` is added to what
/// is needed; a phantom is never made, its own components go in instead; of an `alternativeGroup`
/// the first one counts.
public record BomLine(
        @NotNull @Min(1) @Max(999999) Integer position,
        @NotNull @BusinessId String componentId,
        @NotNull @Valid Quantity quantity,
        @DecimalMin("0")
                @DecimalMax(value = "100", inclusive = false)
                @Digits(integer = 2, fraction = 6)
                @JsonDeserialize(using = DecimalText.Reader.class)
                @JsonSerialize(using = DecimalText.Writer.class)
                @Schema(implementation = String.class, examples = "2.5")
                BigDecimal scrapPercent,
        Boolean phantom,
        Boolean backflush,
        @Min(1) @Max(9999) @Nullable Integer operation,
        @Valid @Nullable Effectivity effectivity,
        @Size(min = 1, max = 40) @Nullable String alternativeGroup) {
    @SuppressWarnings("NullAway")
    public BomLine {
        quantity = Exact.plain(quantity);
        phantom = Boolean.TRUE.equals(phantom);
        backflush = Boolean.TRUE.equals(backflush);
        scrapPercent = scrapPercent == null ? BigDecimal.ZERO : Fraction.plain(scrapPercent);
    }
}
