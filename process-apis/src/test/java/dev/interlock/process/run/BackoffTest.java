package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Duration USUAL = Duration.ofSeconds(5);

    /// Waits as long as it may.
    private final Backoff backoff = new Backoff(USUAL, new Longest());

    @ParameterizedTest
    @CsvSource({
        "1, 499",
        "3, 1699",
        "10, 5099",
        "59, 5099",
        "60, 10099",
        "720, 60099",
        "9999, 60099"
    })
    void aTargetThatStaysDownIsTriedEverMoreSeldom(int attempts, long millis) {
        assertThat(backoff.afterAttempt(attempts, null)).hasMillis(millis);
    }

    @Test
    void noTargetIsTriedEarlierThanItAsks() {
        assertThat(backoff.afterAttempt(1, Duration.ofSeconds(90)))
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    }

    private static final class Longest implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
