package dev.interlock.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final RetryBudget budget = new RetryBudget(this::now);

    private Instant now() {
        return now;
    }

    @Test
    void allowsAFewWhateverHappens() {
        assertThat(failures(100)).isEqualTo(RetryBudget.FLOOR);
    }

    @Test
    void allowsAShareOfFirstAttempts() {
        firsts(200);

        assertThat(failures(100)).isEqualTo(30);
    }

    @Test
    void countsWhatIsUnderWay() {
        for (var i = 0; i < RetryBudget.FLOOR; i++) {
            assertThat(budget.repeat()).isTrue();
        }

        assertThat(budget.repeat()).isFalse();
        budget.repeated(true);
        assertThat(budget.repeat()).isTrue();
    }

    @Test
    void givesATargetThatIsBackAllItMissed() {
        failures(100);
        now = now.plus(RetryBudget.WINDOW).plusSeconds(1);

        for (var i = 0; i < 1_000; i++) {
            assertThat(budget.repeat()).isTrue();
            budget.repeated(true);
        }
    }

    @Test
    void forgetsWhatHasLeftTheWindow() {
        firsts(200);
        failures(100);
        now = now.plus(RetryBudget.WINDOW).plusSeconds(1);

        assertThat(failures(100)).isEqualTo(RetryBudget.FLOOR);
    }

    private void firsts(int number) {
        for (var i = 0; i < number; i++) {
            budget.first();
        }
    }

    /// How many of so many tries were allowed, each in vain.
    private int failures(int tries) {
        var allowed = 0;
        for (var i = 0; i < tries; i++) {
            if (budget.repeat()) {
                allowed++;
                budget.repeated(false);
            }
        }
        return allowed;
    }
}
