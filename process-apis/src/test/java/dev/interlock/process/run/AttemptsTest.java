package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class AttemptsTest extends Workbench {
    @Inject Ledger ledger;

    /// The target has been down since Friday; on Monday somebody looks.
    @Test
    void ofAWeekendOnlyTheFirstAndTheLastAttemptsAreTold() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start("rehearsal", "item:weekend", Set.of());
        await(run, RunState.WAITING);
        ledger.inTransaction(handle -> {
            handle.execute(
                    "UPDATE step SET attempts = 2000 WHERE run_id = ? AND name = 'left'", run);
            return handle.execute(
                    "INSERT INTO attempt (run_id, position, number, undo, fence, trace_id,"
                        + " ended_at, outcome) SELECT ?, 0, n, false, 1, 'none', clock_timestamp(),"
                        + " CASE WHEN n IN (900, 901) THEN 'IN_DOUBT' ELSE 'NO_EFFECT' END FROM"
                        + " generate_series(2, 2000) AS n",
                    run);
        });

        assertThat(told(run)).hasSize(51).startsWith(1, 2).contains(900).endsWith(1999, 2000);
        assertThat(told(run)).doesNotContain(11, 901, 1960);
    }

    private List<Integer> told(String run) {
        return view(run).attempts().stream()
                .filter(attempt -> attempt.position() == 0)
                .map(Attempt::number)
                .toList();
    }
}
