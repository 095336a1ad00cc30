package dev.interlock.platform.quantity;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/// An amount of something in a unit of measure.
public record Quantity(@NotNull BigDecimal value, @NotNull String unit) {
    public boolean isPositive() {
        return value.signum() > 0;
    }
}
