package dev.interlock.process.run;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long to wait before the next attempt: full jitter under a doubling ceiling, and never
/// earlier than the target asks. What has failed for minutes is tried ever more seldom, until the
/// pause is twelve times the longest that is usual.
record Backoff(Duration longest, RandomGenerator random) {
    private static final long FIRST_MILLIS = 200;
    private static final int USUAL_ATTEMPTS = 30;
    private static final int MOST_TIMES = 12;

    Duration afterAttempt(int number, @Nullable Duration retryAfter) {
        var ceiling = Math.min(longestAfter(number), FIRST_MILLIS << Math.min(number, 20));
        var jittered = Duration.ofMillis(FIRST_MILLIS / 2 + random.nextLong(ceiling));
        return retryAfter == null || retryAfter.compareTo(jittered) < 0
                ? jittered
                : retryAfter.plusMillis(random.nextLong(FIRST_MILLIS));
    }

    private long longestAfter(int number) {
        return longest.toMillis() * Math.clamp(number / USUAL_ATTEMPTS, 1, MOST_TIMES);
    }
}
