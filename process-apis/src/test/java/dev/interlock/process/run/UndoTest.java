package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How a run takes itself back: what is in doubt first, then the last first, and who is asked.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class UndoTest extends Workbench {
    @Inject Interventions interventions;

    @Test
    void whatStandsIsTakenBackLastFirst() throws Exception {
        below.next("/pivot", Mood.REFUSES);
        below.next("/store/undo", Mood.AWAY_BEHIND, Mood.AWAY_BEHIND, Mood.FINE);

        var answer = start("all-or-nothing", "order:u2", key());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(below.paths())
                .containsExactly("/reserve", "/store", "/store/undo", "/reserve/made-s0/undo");
    }

    @Test
    void whatIsInDoubtIsSettledBeforeAnythingIsTakenBack() throws Exception {
        below.next("/store", Mood.PERFORMED_THEN_RESET);
        var run = id(start("all-or-nothing", "order:u3", key(), Duration.ofSeconds(1)));
        await(run, RunState.UNDOING);
        TimeUnit.SECONDS.sleep(2);

        assertThat(store(run)).isIn(StepState.IN_DOUBT, StepState.RUNNING);
        assertThat(below.paths()).containsExactly("/reserve", "/store");
    }

    /// The undo was refused: that is what a person has to decide about.
    @Test
    void anUndoThatIsRefusedIsNamedSo() throws Exception {
        below.next("/store", Mood.PERFORMED_THEN_RESET);
        below.next("/store/undo", Mood.REFUSES);
        var run = id(start("all-or-nothing", "order:u4", key(), Duration.ofSeconds(1)));
        await(run, RunState.UNDOING);
        below.next("/store", Mood.PERFORMED_THEN_UNKNOWN);
        until(() -> below.calls("/store/undo") > 0 && !open(run).isEmpty());

        assertThat(store(run)).isEqualTo(StepState.COMPENSATING);
        assertThat(open(run))
                .extracting(ExceptionItem::cause)
                .containsExactly(ExceptionItem.Cause.UNDO_REFUSED);
    }

    /// What has been taken back needs nobody any more, and a click does not make it undone.
    @Test
    void aStepThatIsTakenBackWaitsForNobody() throws Exception {
        below.next("/store", Mood.PERFORMED_THEN_RESET);
        below.next("/reserve/made-s0/undo", Mood.REFUSES);
        var run = id(start("all-or-nothing", "order:u5", key(), Duration.ofSeconds(1)));
        await(run, RunState.UNDOING);
        below.next("/store", Mood.PERFORMED_THEN_UNKNOWN);
        until(() -> store(run) == StepState.COMPENSATED && !open(run).isEmpty());

        assertThat(open(run)).extracting(ExceptionItem::step).containsExactly("reserve");
        below.next("/reserve/made-s0/undo", Mood.FINE);
        interventions.retry(asked("POST /r"), openException(run), "the ERP gives it back now");
        await(run, RunState.UNDONE);
    }

    /// What turns out refused while the run takes itself back waits for nobody.
    @Test
    void aDoubtThatIsSettledByARefusalWaitsForNobody() throws Exception {
        below.next("/store", Mood.GARBAGE);
        below.next("/reserve/made-s0/undo", Mood.REFUSES);
        var run = id(start("all-or-nothing", "order:u10", key(), Duration.ofSeconds(1)));
        await(run, RunState.UNDOING);
        below.next("/store", Mood.REFUSES);
        until(() -> store(run) == StepState.FAILED && !open(run).isEmpty());

        assertThat(open(run)).extracting(ExceptionItem::step).containsExactly("reserve");
    }

    /// ERP released the order, the answer was lost, and the repetition met a 403 on its way.
    @Test
    void aPivotThatIsParkedAfterADoubtIsNotTakenForRefused() throws Exception {
        below.next("/pivot", Mood.PERFORMED_THEN_RESET, Mood.DENIES);

        var answer = start("all-or-nothing", "order:u1", key(), Duration.ofSeconds(5));

        assertThat(below.paths()).containsExactly("/reserve", "/store", "/pivot");
        assertThat(answer.getStatus()).isEqualTo(202);
    }

    /// A 403 is a defect of ours: no target refused, so the caller may try again under its key.
    @Test
    void aDefectOfOursBeforeThePivotIsNoBusinessRefusal() throws Exception {
        below.next("/store", Mood.DENIES);

        var answer = start("all-or-nothing", "order:u9", key());

        assertThat(answer.getStatus()).isEqualTo(503);
    }

    /// A 403 certainly had no effect: there is nothing of ours to take back by a business key.
    @Test
    void whatWasCertainlyNotDoneIsNotTakenBack() throws Exception {
        below.next("/store", Mood.DENIES);

        start("all-or-nothing", "order:u11", key());

        assertThat(below.paths()).doesNotContain("/store/undo");
    }

    private StepState store(String run) {
        return view(run).steps().get(1).state();
    }

    private List<ExceptionItem> open(String run) {
        return book.find(run).orElseThrow().exceptions().stream()
                .filter(item -> item.status() == ExceptionItem.Status.OPEN)
                .toList();
    }
}
