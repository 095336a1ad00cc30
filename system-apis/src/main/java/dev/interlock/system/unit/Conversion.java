package dev.interlock.system.unit;

import java.math.BigDecimal;

/// What a quantity is in an item's base unit. Nothing is ever rounded: what does not come out is
/// refused.
public sealed interface Conversion {
    record Converted(BigDecimal value) implements Conversion {}

    record UnknownUnit(String unit) implements Conversion {}

    record NotConvertible(String unit, String baseUnit) implements Conversion {}

    /// A fraction of something that is only counted whole.
    record NotWhole(String unit) implements Conversion {}

    /// More than nine digits behind the point.
    record NotExact(String unit, String baseUnit) implements Conversion {}
}
