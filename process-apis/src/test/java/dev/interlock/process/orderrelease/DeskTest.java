package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.facts.OrderDossier;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    private final Desk desk = new Desk();
    private final OrderDossier dossier =
            new OrderDossier(
                    new OnTheDesk().question().order(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);

    @Test
    void whatWasReadIsTakenOnce() {
        desk.lay(run(RunState.CHECKING, 7), dossier);

        assertThat(desk.take(run(RunState.CHECKING, 7))).containsSame(dossier);
        assertThat(desk.take(run(RunState.CHECKING, 7))).isEmpty();
    }

    @Test
    void whoeverTakesARunOverReadsItsOrderAnew() {
        desk.lay(run(RunState.CHECKING, 7), dossier);

        assertThat(desk.take(run(RunState.CHECKING, 8))).isEmpty();
    }

    @Test
    void aRunThatWaitsForAnotherReadsItsOrderWhenItBegins() {
        desk.lay(run(RunState.QUEUED, 7), dossier);

        assertThat(desk.take(run(RunState.QUEUED, 7))).isEmpty();
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
