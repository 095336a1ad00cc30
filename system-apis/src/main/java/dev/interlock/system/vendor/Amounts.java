package dev.interlock.system.vendor;

import dev.interlock.platform.quantity.Quantity;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Quantities as back ends write them: a decimal text and a unit, bounded before anything is
/// calculated.
public final class Amounts {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");

    private Amounts() {}

    /// Refuses with `IllegalArgumentException` what is no quantity.
    public static Quantity of(@Nullable String value, @Nullable String unit) {
        if (value == null
                || unit == null
                || !DECIMAL.matcher(value).matches()
                || !UNIT.matcher(unit).matches()) {
            throw new IllegalArgumentException("no quantity");
        }
        return Quantity.of(value, unit);
    }
}
