package dev.interlock.system.structure.reference;

import java.math.BigDecimal;
import java.time.Duration;

/// Durations as the database keeps them: seconds with their fraction.
final class Seconds {
    private Seconds() {}

    static BigDecimal of(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    static Duration from(BigDecimal seconds) {
        var whole = seconds.longValue();
        return Duration.ofSeconds(
                whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
