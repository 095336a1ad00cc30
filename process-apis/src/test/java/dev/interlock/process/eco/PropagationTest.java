package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.StepState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropagationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aTargetThatWentOnWithoutAStepHasNotSucceeded() {
        var propagation =
                Propagation.of(
                        new RunView(
                                run(),
                                List.of(
                                        step(1, "MES:1000", StepState.SKIPPED),
                                        step(2, "MES:1000", StepState.SUCCEEDED),
                                        step(3, "PLM", StepState.SUCCEEDED)),
                                List.of(),
                                List.of()));

        assertThat(propagation.targets())
                .extracting(Propagation.TargetReport::status)
                .containsExactly(StepState.SKIPPED, StepState.SUCCEEDED);
    }

    private static Run run() {
        return new Run(
                "run-1",
                1,
                EcoProcess.NAME,
                "ECO-1",
                RunState.SUCCEEDED,
                """
                {"changeNumber": "ECO-1", "type": "ORDER", "title": "Another seal", "status": "APPROVED", "effectivity": {"kind": "IMMEDIATE"},
                 "items": [], "version": 1}
                """,
                null,
                null,
                null,
                1,
                null,
                NOW,
                "plm",
                "plm",
                "c-1",
                null,
                null,
                null,
                NOW,
                NOW,
                NOW);
    }

    private static Step step(int position, String target, StepState state) {
        return new Step(
                "run-1",
                position,
                "step " + position,
                target,
                "system",
                "PUT",
                "/",
                new byte[0],
                null,
                List.of(),
                false,
                null,
                state,
                1,
                "run-1.s" + position,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null);
    }
}
