package dev.interlock.system.unit;

import dev.interlock.platform.quantity.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Quantities in their one plain form, so that equal amounts are equal records.
public final class Exact {
    private static final int MOST_DIGITS = 18;

    private Exact() {}

    /// Tolerates what the constraints are still to refuse.
    @SuppressWarnings("NullAway")
    public static Quantity plain(Quantity quantity) {
        return quantity == null || quantity.value() == null
                ? quantity
                : new Quantity(Fraction.plain(quantity.value()), quantity.unit());
    }

    public static @Nullable Quantity plainOrNull(@Nullable Quantity quantity) {
        return quantity == null ? null : plain(quantity);
    }

    public static Quantity of(BigDecimal value, String unit) {
        return new Quantity(Fraction.plain(value), unit);
    }

    /// Whether it has no more digits before the point than a quantity can have.
    public static boolean fits(BigDecimal value) {
        return value.precision() - value.scale() <= MOST_DIGITS;
    }

    public static @Nullable Quantity orNull(@Nullable BigDecimal value, String unit) {
        return value == null ? null : of(value, unit);
    }

    public static @Nullable BigDecimal valueOrNull(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }
}
