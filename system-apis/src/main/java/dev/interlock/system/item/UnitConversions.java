package dev.interlock.system.item;

import dev.interlock.system.master.Sorted;
import dev.interlock.system.master.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// In which other units an item is measured: one `unit` is `numerator`/`denominator` of the base
/// unit, exactly. `units` are all that it can be counted in: its base unit, those that measure the
/// same, and its own.
public record UnitConversions(
        String itemId, List<UnitConversion> conversions, List<String> units, long version)
        implements Versioned {
    private static final long MOST = 1_000_000_000_000L;

    public record UnitConversion(
            @NotNull @Pattern(regexp = "[A-Z0-9]{2,3}") String unit,
            @Min(1) @Max(MOST) long numerator,
            @Min(1) @Max(MOST) long denominator) {}

    /// What a caller says of them: the whole list.
    @Schema(name = "UnitConversionsDraft")
    public record Draft(@NotNull @Size(max = 50) List<@NotNull @Valid UnitConversion> conversions) {
        public Draft {
            conversions = Sorted.by(conversions, UnitConversion::unit);
        }
    }
}
