package dev.interlock.system.unit;

import org.jspecify.annotations.Nullable;

/// A unit of measure: one of it is `size` of its dimension's first unit. Without a dimension only
/// an item's own conversions apply.
record Unit(String code, boolean wholeNumber, @Nullable String dimension, Fraction size) {}
