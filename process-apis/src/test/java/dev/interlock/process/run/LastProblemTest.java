package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastProblemTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final String AWAY = "WMS, attempt 1: WMS cannot be reached now.";

    @Test
    void anOpenRunSaysWhatHappensNext() {
        var problem = problem(RunState.RUNNING, StepState.RETRYING);

        assertThat(problem.detail())
                .isEqualTo(AWAY + " It is tried again at 2026-03-02T06:00:00Z.");
        assertThat(problem.nextAttemptAt()).isEqualTo(NOW);
        assertThat(problem(RunState.WAITING, StepState.FAILED).detail())
                .isEqualTo(AWAY + " A person decides how to go on.");
    }

    @Test
    void anEndedRunPromisesNothing() {
        var problem = problem(RunState.UNDONE, StepState.RETRYING);

        assertThat(problem.detail()).isEqualTo(AWAY);
        assertThat(problem.nextAttemptAt()).isNull();
        assertThat(problem(RunState.REFUSED, StepState.FAILED).detail()).isEqualTo(AWAY);
        assertThat(problem(RunState.REJECTED, StepState.COMPENSATING).detail())
                .isEqualTo(AWAY + " It could not be taken back.");
        assertThat(problem(RunState.REJECTED, StepState.IN_DOUBT).detail())
                .isEqualTo(AWAY + " Whether it had an effect is not known.");
    }

    @Test
    void aRunThatTakesItselfBackPromisesOnlyThat() {
        assertThat(problem(RunState.UNDOING, StepState.RETRYING).detail()).isEqualTo(AWAY);
        assertThat(problem(RunState.UNDOING, StepState.RETRYING).nextAttemptAt()).isNull();
        assertThat(problem(RunState.UNDOING, StepState.FAILED).detail()).isEqualTo(AWAY);
        assertThat(problem(RunState.UNDOING, StepState.COMPENSATING).detail())
                .isEqualTo(AWAY + " Taking it back is tried again at 2026-03-02T06:00:00Z.");
    }

    private static LastProblem problem(RunState run, StepState state) {
        var step =
                new Step(
                        "run-1",
                        0,
                        "stage material",
                        "WMS",
                        "system",
                        "POST",
                        "/stage",
                        new byte[0],
                        null,
                        List.of(),
                        false,
                        "/stage/undo",
                        state,
                        1,
                        "key",
                        null,
                        null,
                        NOW,
                        NOW,
                        null,
                        false,
                        false,
                        null,
                        null);
        var attempt =
                new Attempt(
                        0,
                        1,
                        false,
                        NOW,
                        NOW,
                        "NO_EFFECT",
                        503,
                        "WMS cannot be reached now",
                        "trace",
                        null);
        return LastProblem.of(run, step, List.of(attempt)).orElseThrow();
    }
}
