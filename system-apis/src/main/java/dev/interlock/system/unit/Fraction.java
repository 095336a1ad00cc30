package dev.interlock.system.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// An exact ratio, always reduced and positive below the line.
public record Fraction(BigInteger numerator, BigInteger denominator) {
    public static final Fraction ONE = of(1, 1);

    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a fraction of nothing");
        }
        var divisor = numerator.gcd(denominator);
        var sign = BigInteger.valueOf(denominator.signum());
        var by = divisor.signum() == 0 ? BigInteger.ONE : divisor.multiply(sign);
        numerator = numerator.divide(by);
        denominator = denominator.divide(by);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public Fraction times(Fraction other) {
        return new Fraction(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /// The same value as a decimal with at most so many digits behind the point; empty when there
    /// is none.
    public Optional<BigDecimal> decimal(int digits) {
        var scaled = numerator.multiply(BigInteger.TEN.pow(digits)).divideAndRemainder(denominator);
        return scaled[1].signum() == 0
                ? Optional.of(plain(new BigDecimal(scaled[0], digits)))
                : Optional.empty();
    }

    /// The smallest decimal with so many digits that is not less.
    public BigDecimal roundedUp(int digits) {
        var scaled = numerator.multiply(BigInteger.TEN.pow(digits)).divideAndRemainder(denominator);
        var up = scaled[1].signum() > 0 ? scaled[0].add(BigInteger.ONE) : scaled[0];
        return plain(new BigDecimal(up, digits));
    }

    /// Without trailing zeros and without an exponent: equal values look equal.
    public static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
