package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Steps that wait for different things go on side by side; what waits for several waits for all.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class LanesTest extends Workbench {
    private static final String LANES = "lanes";

    @Inject TwoLanes lanes;

    @Test
    void aStepBeginsAsSoonAsWhatItWaitsForIsDone() throws Exception {
        below.next("/right", Mood.SLOW);

        var run = start(LANES, "item:l1", Set.of());

        assertThat(view(run).run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(below.paths())
                .containsExactly("/left", "/left-next", "/right", "/right-next", "/last");
        assertThat(lanes.notes()).containsOnlyOnce(run);
    }

    @Test
    void aLaneThatStandsStillHoldsUpOnlyTheEnd() throws Exception {
        below.next("/right", Mood.REFUSES);

        var run = start(LANES, "item:l2", Set.of());

        assertThat(view(run).run().state()).isEqualTo(RunState.WAITING);
        assertThat(below.paths()).containsExactly("/left", "/left-next");
        assertThat(lanes.notes()).containsOnlyOnce(run);
    }

    @Test
    void whatIsTriedAgainGoesOnWithItsLane() throws Exception {
        below.next("/left", Mood.AWAY, Mood.FINE);

        var run = start(LANES, "item:l3", Set.of());

        await(run, RunState.SUCCEEDED);
        assertThat(below.paths())
                .containsExactly("/right", "/right-next", "/left", "/left-next", "/last");
        assertThat(view(run).attempts()).hasSize(7);
    }

    @Test
    void whatHasBecomeStaleIsTriedAgainWithoutWaitingForASlowLane() throws Exception {
        below.stands("/left", "\"1\"");
        below.next("/right", Mood.SLOW);

        var run = start(LANES, "item:l5", Set.of());

        assertThat(view(run).run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(below.paths())
                .containsExactly("/left", "/left-next", "/right", "/right-next", "/last");
    }

    @Test
    void lanesThatEndAtTheSameMomentBeginWhatWaitedForBothOnce() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs =
                    callers.invokeAll(
                            IntStream.range(0, 60)
                                    .<Callable<String>>mapToObj(
                                            n -> () -> start(LANES, "item:m" + n, Set.of()))
                                    .toList());
            for (var run : runs) {
                assertThat(view(run.get()).run().state()).isEqualTo(RunState.SUCCEEDED);
            }
        }
        assertThat(below.paths())
                .hasSize(5 * 60)
                .filteredOn(path -> path.equals("/last"))
                .hasSize(60);
        assertThat(below.calls("/last")).isEqualTo(60);
    }

    @Test
    void theLedgerKnowsInWhichTraceEachStepWasSent() throws Exception {
        var run = view(start(LANES, "item:l4", Set.of()));

        var known =
                run.steps().stream()
                        .filter(step -> !step.isLocal())
                        .collect(Collectors.toMap(Step::path, step -> traceOf(run, step)));
        assertThat(below.traces()).hasSize(5).isEqualTo(known);
    }

    private static String traceOf(RunView run, Step step) {
        return run.attempts().stream()
                .filter(attempt -> attempt.position() == step.position())
                .map(Attempt::traceId)
                .collect(Collectors.joining());
    }
}
