package dev.interlock.system.unit;

import dev.interlock.platform.problem.Violation;
import dev.interlock.platform.quantity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units, and how the items in question are measured.
public final class Measures {
    public static final int DIGITS = 9;

    /// An item's base unit and what one of its other units is in it.
    record Scale(String baseUnit, Map<String, Fraction> own) {}

    private final Map<String, Unit> units;
    private final Map<String, Scale> scales;

    Measures(Map<String, Unit> units, Map<String, Scale> scales) {
        this.units = Map.copyOf(units);
        this.scales = Map.copyOf(scales);
    }

    public boolean knowsUnit(String code) {
        return units.containsKey(code);
    }

    public boolean knowsItem(String itemId) {
        return scales.containsKey(itemId);
    }

    public boolean isWhole(String code) {
        var unit = units.get(code);
        return unit != null && unit.wholeNumber();
    }

    public String baseUnit(String itemId) {
        return scale(itemId).baseUnit();
    }

    public Conversion toBase(String itemId, Quantity quantity) {
        var unit = units.get(quantity.unit());
        var scale = scale(itemId);
        if (unit == null) {
            return new Conversion.UnknownUnit(quantity.unit());
        }
        if (unit.wholeNumber() && Fraction.of(quantity.value()).decimal(0).isEmpty()) {
            return new Conversion.NotWhole(unit.code());
        }
        var factor = factor(itemId, unit.code());
        if (factor.isEmpty()) {
            return new Conversion.NotConvertible(unit.code(), scale.baseUnit());
        }
        var base = Fraction.of(quantity.value()).times(factor.get());
        if (isWhole(scale.baseUnit()) && base.decimal(0).isEmpty()) {
            return new Conversion.NotWhole(scale.baseUnit());
        }
        return base.decimal(DIGITS)
                .<Conversion>map(Conversion.Converted::new)
                .orElseGet(() -> new Conversion.NotExact(unit.code(), scale.baseUnit()));
    }

    /// What one of a unit is in the item's base unit.
    public Optional<Fraction> factor(String itemId, String code) {
        var scale = scale(itemId);
        if (code.equals(scale.baseUnit())) {
            return Optional.of(Fraction.ONE);
        }
        var own = scale.own().get(code);
        return own != null
                ? Optional.of(own)
                : byDimension(units.get(code), units.get(scale.baseUnit()));
    }

    /// The quantity in base units, or the violation that says why there is none.
    public @Nullable BigDecimal toBase(
            String itemId, Quantity quantity, String pointer, List<Violation> violations) {
        return switch (toBase(itemId, quantity)) {
            case Conversion.Converted(var value) -> value;
            case Conversion.UnknownUnit(var unit) ->
                    refuse(
                            violations,
                            pointer + "/unit",
                            "unknown-unit",
                            "There is no unit %s.".formatted(unit));
            case Conversion.NotConvertible(var unit, var base) ->
                    refuse(
                            violations,
                            pointer + "/unit",
                            "unit-not-convertible",
                            "%s does not convert %s to %s.".formatted(itemId, unit, base));
            case Conversion.NotWhole(var unit) ->
                    refuse(
                            violations,
                            pointer + "/value",
                            "whole-number",
                            "%s is only counted whole.".formatted(unit));
            case Conversion.NotExact(var unit, var base) ->
                    refuse(
                            violations,
                            pointer + "/value",
                            "not-exact",
                            "The quantity in %s is no exact decimal in %s.".formatted(unit, base));
        };
    }

    private static @Nullable BigDecimal refuse(
            List<Violation> violations, String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail));
        return null;
    }

    private static Optional<Fraction> byDimension(@Nullable Unit from, @Nullable Unit to) {
        return from == null
                        || to == null
                        || from.dimension() == null
                        || !from.dimension().equals(to.dimension())
                ? Optional.empty()
                : Optional.of(from.size().over(to.size()));
    }

    private Scale scale(String itemId) {
        var scale = scales.get(itemId);
        if (scale == null) {
            throw new IllegalArgumentException("nobody asked for the measures of " + itemId);
        }
        return scale;
    }
}
