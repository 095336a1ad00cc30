package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        assertThat(lanes.notes()).containsOnlyOnce("note of " + run);
    }

    @Test
    void aLaneThatStandsStillHoldsUpOnlyTheEnd() throws Exception {
        below.next("/right", Mood.REFUSES);

        var run = start(LANES, "item:l2", Set.of());

        assertThat(view(run).run().state()).isEqualTo(RunState.WAITING);
        assertThat(below.paths()).containsExactly("/left", "/left-next");
        assertThat(lanes.notes()).containsOnlyOnce("note of " + run);
    }

    @Test
    void whatIsTriedAgainGoesOnWithItsLane() throws Exception {
        below.next("/left", Mood.AWAY, Mood.FINE);

        var run = start(LANES, "item:l3", Set.of());

        await(run, RunState.SUCCEEDED);
        assertThat(below.paths())
                .containsExactly("/right", "/right-next", "/left", "/left-next", "/last");
        assertThat(view(run).attempts()).hasSize(8);
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
    void aStepThatIsNotNeededAnyMoreHoldsUpNothing() throws Exception {
        below.next("/left-next", Mood.PAST);

        var run = start(LANES, "item:l6", Set.of());

        assertThat(view(run).run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(state(run, "left-next")).isEqualTo(StepState.NOT_NEEDED);
        assertThat(below.paths()).doesNotContain("/left-next").contains("/last");
    }

    @Test
    void onlyTheProcessKnowsWhatIsNotNeeded() throws Exception {
        below.next("/right", Mood.PAST);

        var run = start(LANES, "item:l7", Set.of());

        assertThat(view(run).run().state()).isEqualTo(RunState.WAITING);
        assertThat(state(run, "right")).isEqualTo(StepState.FAILED);
    }

    private StepState state(String run, String name) {
        return view(run).steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void lanesThatEndAtTheSameMomentBeginWhatWaitedForBothOnce() throws Exception {
        for (var run : startTogether("m", 60)) {
            assertThat(view(run).run().state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(lanes.notes()).containsOnlyOnce("both of " + run);
        }
        assertThat(below.paths())
                .hasSize(5 * 60)
                .filteredOn(path -> path.equals("/last"))
                .hasSize(60);
        assertThat(below.calls("/last")).isEqualTo(60);
    }

    @Test
    void whatWaitedForTwoThatEndedAtTheSameMomentDoesNotWaitForWhatFollowsThem() throws Exception {
        var slow = Collections.nCopies(20, Mood.SLOW).toArray(Mood[]::new);
        below.next("/left-next", slow);
        below.next("/right-next", slow);

        for (var run : startTogether("n", 20)) {
            await(run, RunState.SUCCEEDED);
            assertThat(ended(run, "both"))
                    .isBefore(ended(run, "left-next"))
                    .isBefore(ended(run, "right-next"));
        }
    }

    private List<String> startTogether(String name, int count) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var started =
                    callers.invokeAll(
                            IntStream.range(0, count)
                                    .<Callable<String>>mapToObj(
                                            n -> () -> start(LANES, "item:" + name + n, Set.of()))
                                    .toList());
            var runs = new ArrayList<String>();
            for (var run : started) {
                runs.add(run.get());
            }
            return runs;
        }
    }

    private Instant ended(String run, String name) {
        return view(run).steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .map(Step::endedAt)
                .orElseThrow();
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
