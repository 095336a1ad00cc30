package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Everything or nothing: before the pivot what was done is taken back, after it nothing is.
@QuarkusTest
class SagaTest extends Workbench {
    @Test
    void aRefusalBeforeThePivotTakesEverythingBack() throws Exception {
        below.next("/pivot", Mood.REFUSES);

        var answer = start("all-or-nothing", "order:1", key());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(below.paths())
                .containsExactly("/reserve", "/store", "/store/undo", "/reserve/made-s0/undo");
    }

    @Test
    void aTechnicalFailureBeforeThePivotTakesEverythingBackAndFreesTheKey() throws Exception {
        below.next("/store", Mood.AWAY);
        var key = key();

        var answer = start("all-or-nothing", "order:2", key);
        below.next("/store", Mood.FINE);
        var again = start("all-or-nothing", "order:2", key);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(below.paths())
                .containsExactly(
                        "/reserve",
                        "/reserve/made-s0/undo",
                        "/reserve",
                        "/store",
                        "/pivot",
                        "/start");
    }

    @Test
    void whatIsInDoubtIsSettledBeforeItIsTakenBack() throws Exception {
        below.next("/store", Mood.PERFORMED_THEN_RESET);

        var answer = start("all-or-nothing", "order:3", key(), Duration.ofSeconds(4));
        below.next("/store", Mood.FINE);
        await(id(answer), RunState.UNDONE);

        assertThat(below.paths())
                .containsExactlyInAnyOrder(
                        "/reserve", "/store", "/store/undo", "/reserve/made-s0/undo");
    }

    @Test
    void aPivotInDoubtIsSettledBeforeAnythingIsTakenBack() throws Exception {
        below.next("/pivot", Mood.PERFORMED_THEN_RESET);

        var run = id(start("all-or-nothing", "order:5", key(), Duration.ZERO));
        await(run, RunState.UNDOING);
        until(() -> causes(run).equals(List.of("OVERDUE OPEN")));
        below.next("/pivot", Mood.FINE);
        await(run, RunState.SUCCEEDED);

        assertThat(below.paths()).containsExactly("/reserve", "/store", "/pivot", "/start");
        assertThat(causes(run)).containsExactly("OVERDUE SETTLED");
    }

    @Test
    void whatStaysAwayPastThePivotIsAPersonsToo() throws Exception {
        below.next("/start", Mood.AWAY);

        var run = id(start("all-or-nothing", "order:7", key(), Duration.ZERO));
        until(() -> causes(run).contains("OVERDUE OPEN"));
        below.next("/start", Mood.FINE);
        await(run, RunState.SUCCEEDED);

        assertThat(causes(run)).containsExactly("OVERDUE SETTLED");
    }

    private List<String> causes(String run) {
        return book.find(run).orElseThrow().exceptions().stream()
                .map(item -> item.cause() + " " + item.status())
                .toList();
    }

    @Test
    void onceThePivotHasRefusedTheRestIsTakenBack() throws Exception {
        below.next("/pivot", Mood.GARBAGE);

        var run = id(start("all-or-nothing", "order:6", key(), Duration.ZERO));
        await(run, RunState.UNDOING);
        assertThat(below.paths()).containsExactly("/reserve", "/store");
        below.next("/pivot", Mood.REFUSES);
        await(run, RunState.UNDONE);

        assertThat(below.paths())
                .containsExactly("/reserve", "/store", "/store/undo", "/reserve/made-s0/undo");
    }

    @Test
    void pastThePivotNothingIsTakenBack() throws Exception {
        below.next("/start", Mood.REFUSES);

        var answer = start("all-or-nothing", "order:4", key());

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(view(id(answer)).run().state()).isEqualTo(RunState.WAITING);
        assertThat(below.paths()).containsExactly("/reserve", "/store", "/pivot");
    }
}
