package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AheadTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    private final Ahead<String> ahead = new Ahead<>();

    @Test
    void whatWasBegunIsTakenOnce() {
        ahead.begin(run(RunState.CHECKING, 7), () -> "asked");

        assertThat(ahead.begun(run(RunState.CHECKING, 7))).contains("asked");
        assertThat(ahead.begun(run(RunState.CHECKING, 7))).isEmpty();
    }

    @Test
    void whoeverTakesARunOverAsksAnew() {
        ahead.begin(run(RunState.CHECKING, 7), () -> "asked");

        assertThat(ahead.begun(run(RunState.CHECKING, 8))).isEmpty();
    }

    @Test
    void aRunThatWaitsForAnotherAsksNothingUntilItBegins() {
        ahead.begin(
                run(RunState.QUEUED, 7),
                () -> {
                    throw new AssertionError("asked while another run of its keys is under way");
                });

        assertThat(ahead.begun(run(RunState.QUEUED, 7))).isEmpty();
    }

    private static Run run(RunState state, long fence) {
        return new Run(
                "run-1",
                1,
                "release",
                "100001",
                state,
                "{}",
                null,
                null,
                null,
                fence,
                NOW,
                NOW,
                "erp",
                "erp",
                "correlation",
                null,
                null,
                null,
                NOW,
                NOW,
                null);
    }
}
