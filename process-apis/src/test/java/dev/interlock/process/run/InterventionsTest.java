package dev.interlock.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class InterventionsTest extends Workbench {
    private static final String REHEARSAL = "rehearsal";

    @Inject Interventions interventions;
    @Inject Clumsy clumsy;

    @Test
    void aRunThatWaitsForAnotherIsCancelledAndFreesItsKeys() throws Exception {
        below.next("/left", Mood.REFUSES);
        start(REHEARSAL, "item:c1", Set.of());
        var waiting = id(start(REHEARSAL, "item:c1", Set.of(), Duration.ZERO));

        cancel(waiting);

        assertThat(view(waiting).run().state()).isEqualTo(RunState.CANCELLED);
        assertThat(openKeys(waiting)).isZero();
    }

    @Test
    void aRunThatOnlyMetRefusalsCanStillBeCancelled() throws Exception {
        below.next("/left", Mood.REFUSES);
        below.next("/right", Mood.AWAY_BEHIND);
        var run = start(REHEARSAL, "item:c2", Set.of());

        cancel(run);

        assertThat(view(run).run().state()).isEqualTo(RunState.CANCELLED);
        assertThat(below.effects()).isEmpty();
    }

    @Test
    void aRunThatTouchedATargetIsNotCancelledAnyMore() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start(REHEARSAL, "item:c3", Set.of());

        assertThatThrownBy(() -> cancel(run))
                .isInstanceOfSatisfying(
                        WrongState.class,
                        wrong -> {
                            assertThat(wrong.state()).isEqualTo(RunState.WAITING.name());
                            assertThat(wrong.allowed()).doesNotContain(wrong.state());
                            assertThat(wrong.detail())
                                    .contains("a target may have been told already: RIGHT");
                        });
        assertThat(view(run).run().state()).isEqualTo(RunState.WAITING);
    }

    @Test
    void aTargetIsNotLeftOutBeforeItIsKnownThatThereIsOne() throws Exception {
        below.next("/left", Mood.REFUSES);
        start(REHEARSAL, "item:early", Set.of());
        var waiting = id(start(REHEARSAL, "item:early", Set.of(), Duration.ZERO));

        assertThatThrownBy(() -> skip(waiting, "LEFT"))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("is QUEUED and has no targets yet");
    }

    @Test
    void aRunIsNotToldToBeWhatItsProcessNeverIs() throws Exception {
        var run = start(REHEARSAL, "item:over", Set.of());

        assertThatThrownBy(() -> skip(run, "LEFT"))
                .isInstanceOfSatisfying(
                        WrongState.class,
                        wrong ->
                                assertThat(wrong.allowed())
                                        .contains(RunState.WAITING.name())
                                        .doesNotContain(RunState.UNDOING.name()));
    }

    @Test
    void anInterventionTakesTheRunFromWhoeverWorksOnIt() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start(REHEARSAL, "item:f", Set.of());
        var before = view(run).run();

        interventions.retry(asked("POST /r"), openException(run), "again");

        assertThat(view(run).run().fence()).isGreaterThan(before.fence());
    }

    @Test
    void anEffectThatMayHaveHappenedIsOnlyAskedForUnderItsOwnKey() throws Exception {
        below.next("/left", Mood.PERFORMED_THEN_503);
        var run = id(start(REHEARSAL, "item:doubt", Set.of(), Duration.ofSeconds(1)));
        awaitStep(run, StepState.IN_DOUBT);
        below.next("/left", Mood.FINE);

        interventions.resume(asked("POST /r"), REHEARSAL, run, null, RunView::waitingFor);
        await(run, RunState.SUCCEEDED);

        assertThat(below.paths()).containsOnlyOnce("/left");
    }

    @Test
    void aTargetIsLeftOutWhateverItsStepWaitsFor() throws Exception {
        below.next("/left", Mood.AWAY_BEHIND);
        var run = start(REHEARSAL, "item:t", Set.of());

        skip(run, "LEFT");
        await(run, RunState.SUCCEEDED);

        assertThat(below.paths()).containsExactlyInAnyOrder("/right", "/last");
        assertThatThrownBy(() -> skip(run, "LEFT")).isInstanceOf(WrongState.class);
    }

    @Test
    void aTargetThatTheRunDoesNotHaveIsUnknown() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start(REHEARSAL, "item:u", Set.of());

        assertThatThrownBy(() -> skip(run, "MIDDLE")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cancel("no-such-run")).isInstanceOf(NotFound.class);
    }

    @Test
    void aPivotIsNeverLeftOut() throws Exception {
        below.next("/pivot", Mood.AWAY_BEHIND);
        var run = id(start("all-or-nothing", "order:p", Set.of(), Duration.ZERO));
        awaitStep(run, StepState.RETRYING);

        assertThatThrownBy(() ->
                        interventions.skipTarget(
                                asked("POST /s"),
                                "all-or-nothing",
                                run,
                                "ERP",
                                "no",
                                RunView::waitingFor))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("cannot be skipped");
    }

    @Test
    void aPivotOfWhichNobodyKnowsIsDecidedBeforeAnythingIsTakenBack() throws Exception {
        below.next("/pivot", Mood.PERFORMED_THEN_UNKNOWN);
        var run = id(start("all-or-nothing", "order:q", Set.of(), Duration.ZERO));
        await(run, RunState.UNDOING);
        below.next("/pivot", Mood.FINE);

        interventions.retry(asked("POST /r"), openException(run), "ERP is back");
        await(run, RunState.SUCCEEDED);

        assertThat(below.paths()).containsExactly("/reserve", "/store", "/pivot", "/start");
    }

    @Test
    void whoRejectsARunLeavesAPivotOfWhichNobodyKnowsAsItIs() throws Exception {
        below.next("/pivot", Mood.PERFORMED_THEN_UNKNOWN);
        var run = id(start("all-or-nothing", "order:v", Set.of(), Duration.ZERO));
        await(run, RunState.UNDOING);

        interventions.reject(asked("POST /r"), openException(run), "ERP did not release it");
        await(run, RunState.REJECTED);

        assertThat(below.paths())
                .containsExactly(
                        "/reserve", "/store", "/pivot", "/store/undo", "/reserve/made-s0/undo");
    }

    /// It is not tried for ever behind everybody's back, and nothing of it is lost.
    @Test
    void aRunThatKeepsMeetingABugWaitsForAPerson() throws Exception {
        var run = id(start("clumsy", "item:bug", Set.of(), Duration.ZERO));
        until(() -> !book.find(run).orElseThrow().exceptions().isEmpty());
        var item = book.find(run).orElseThrow().exceptions().getFirst();

        assertThat(item.cause()).isEqualTo(ExceptionItem.Cause.DEFECT);
        assertThat(item.step()).isEqualTo("run");
        assertThat(item.detail()).contains("a bug of its own", "IllegalStateException");
        assertThatThrownBy(() -> interventions.skip(asked("POST /s"), item.exceptionId(), "no"))
                .isInstanceOf(Rejected.class);

        clumsy.mend();
        interventions.retry(asked("POST /r"), item.exceptionId(), "mended");
        await(run, RunState.SUCCEEDED);
    }

    @Test
    void whatWasDoneToARunCannotBeUnwritten() throws Exception {
        below.next("/left", Mood.REFUSES);
        var run = start(REHEARSAL, "item:audit", Set.of());
        interventions.reject(asked("POST /r"), openException(run), "enough");

        assertThatThrownBy(
                        () -> jdbi.useHandle(h -> h.execute("UPDATE run_audit SET reason = '' ")))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbi.useHandle(h -> h.execute("DELETE FROM run_audit")))
                .hasMessageContaining("never changed");
    }

    @Test
    void anExceptionThatNobodyNeedsToDecideIsClosedWithItsRun() throws Exception {
        below.next("/pivot", Mood.REFUSES);
        var run = start("all-or-nothing", "order:s", Set.of(), Duration.ofSeconds(10));

        assertThat(run.getStatus()).isEqualTo(422);
        var open =
                jdbi.withHandle(h ->
                        h.createQuery(
                                        """
                                        SELECT count(*) FROM exception_item e JOIN run r ON r.id = e.run_id
                                         WHERE e.closed_at IS NULL AND NOT r.open
                                        """)
                                .mapTo(Integer.class)
                                .one());
        assertThat(open).isZero();
    }

    private Response cancel(String run) {
        return interventions.cancel(asked("POST /c"), REHEARSAL, run, null, RunView::waitingFor);
    }

    private Response skip(String run, String target) {
        return interventions.skipTarget(
                asked("POST /s"), REHEARSAL, run, target, "not needed", RunView::waitingFor);
    }

    private int openKeys(String run) {
        return jdbi.withHandle(h ->
                h.createQuery("SELECT count(*) FROM run_key WHERE run_id = :run AND open")
                        .bind("run", run)
                        .mapTo(Integer.class)
                        .one());
    }

    private void awaitStep(String run, StepState state) throws InterruptedException {
        var until = Instant.now().plusSeconds(10);
        while (view(run).steps().stream().noneMatch(step -> step.state() == state)
                && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(view(run).steps()).anyMatch(step -> step.state() == state);
    }
}
