package dev.interlock.process.run;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait before the next attempt: full jitter under a doubling ceiling, and never
/// earlier than the target asks.
record Backoff(Duration longest, RandomGenerator random) {
    private static final long FIRST_MILLIS = 200;

    Duration afterAttempt(int number, @Nullable Duration retryAfter) {
        var ceiling = Math.min(longest.toMillis(), FIRST_MILLIS << Math.min(number, 20));
        var jittered = Duration.ofMillis(FIRST_MILLIS / 2 + random.nextLong(ceiling));
        return retryAfter == null || retryAfter.compareTo(jittered) < 0
                ? jittered
                : retryAfter.plusMillis(random.nextLong(FIRST_MILLIS));
    }
}
