package dev.interlock.process.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.process.TierBelow;
import dev.interlock.process.TierBelow.Mood;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class LedgerTest extends Workbench {
    @Inject Ledger ledger;
    @Inject RetentionSweep sweep;
    @Inject Interventions interventions;

    @Test
    void performsEachStepOnceAndTheLastOneLast() throws Exception {
        var answer = start("rehearsal", "item:A", key());

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(below.paths())
                .containsExactlyInAnyOrder("/left", "/right", "/last")
                .endsWith("/last");
    }

    @Test
    void answersARepeatedRequestWithTheSameBytesAndNoFurtherEffect() throws Exception {
        var key = key();
        var first = start("rehearsal", "item:B", key);
        var second = start("rehearsal", "item:B", key);

        assertThat(second.getStatus()).isEqualTo(201);
        assertThat((byte[]) second.getEntity()).isEqualTo((byte[]) first.getEntity());
        assertThat(second.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
        assertThat(below.effects()).hasSize(3);
    }

    @Test
    void forgetsAKeyAfterThirtyDaysButNeverBeforeItsRunHasEnded() throws Exception {
        var old = key();
        var young = key();
        var open = key();
        var first = id(start("rehearsal", "item:R1", old));
        start("rehearsal", "item:R2", young);
        below.next("/left", Mood.REFUSES);
        start("rehearsal", "item:R3", open);
        age(old, 31);
        age(young, 29);
        age(open, 31);

        sweep.sweep();

        assertThat(id(start("rehearsal", "item:R1", old))).isNotEqualTo(first);
        assertThat(book.find(first)).isPresent();
        for (var kept : Map.of("item:R2", young, "item:R3", open).entrySet()) {
            assertThat(start("rehearsal", kept.getKey(), kept.getValue()))
                    .extracting(answer -> answer.getHeaderString("Idempotency-Replayed"))
                    .isEqualTo("true");
        }
    }

    /// As `Workers.renew` does with a run that came to rest since it looked who is active.
    @Test
    void aRunThatRestsIsNotKeptByALateRenewal() throws Exception {
        below.next("/left", Mood.REFUSES);
        var older = start("rehearsal", "item:late", Set.of());
        below.next("/left", Mood.FINE);
        var younger = id(start("rehearsal", "item:late", Set.of(), Duration.ZERO));
        await(younger, RunState.QUEUED);
        TimeUnit.MILLISECONDS.sleep(300);

        ledger.renewAll(Set.of(younger));
        interventions.reject(asked("POST /z"), openException(older), "no");

        until(() -> view(younger).run().state() == RunState.SUCCEEDED);
    }

    private void age(String key, int days) {
        jdbi.useHandle(h ->
                h.execute(
                        "UPDATE idempotency SET created_at = created_at - make_interval(days => ?)"
                                + " WHERE key = ?",
                        days,
                        key));
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() throws Exception {
        var key = key();
        start("rehearsal", "item:C", key);

        assertThatThrownBy(() -> start("rehearsal", "item:other", key)).isInstanceOf(Refused.class);
    }

    @Test
    void fiftyAtOnceUnderOneKeyPerformEachStepOnce() throws Exception {
        var key = key();
        List<Callable<Integer>> racers = new ArrayList<>();
        for (var i = 0; i < 50; i++) {
            racers.add(() -> {
                try {
                    return start("rehearsal", "item:D", key).getStatus();
                } catch (TryLater inProgress) {
                    return 409;
                }
            });
        }

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> racer : threads.invokeAll(racers)) {
                statuses.add(racer.get());
            }
        }

        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(below.effects()).hasSize(3);
    }

    @Test
    void aTargetThatIsAwayHoldsUpNobodyElseAndIsToldByItselfLater() throws Exception {
        below.next("/left", Mood.AWAY, Mood.AWAY, Mood.AWAY, Mood.FINE);

        var answer = start("rehearsal", "item:E", key());

        assertThat(new String((byte[]) answer.getEntity(), UTF_8)).contains("WAITING");
        assertThat(below.paths()).contains("/right").doesNotContain("/last");
        await(id(answer), RunState.SUCCEEDED);
        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
    }

    @Test
    void anEffectWhoseAnswerWasLostIsNotPerformedTwice() throws Exception {
        below.next("/left", Mood.PERFORMED_THEN_RESET, Mood.FINE);
        below.next("/right", Mood.PERFORMED_THEN_503, Mood.FINE);

        var answer = start("rehearsal", "item:F", key());
        await(id(answer), RunState.SUCCEEDED);

        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
        assertThat(view(id(answer)).attempts())
                .anyMatch(attempt -> "IN_DOUBT".equals(attempt.outcome()));
    }

    /// Whoever stands in between may answer 200 to anything.
    @Test
    void anAnswerThatIsNotTheTiersProvesNothing() throws Exception {
        below.next("/left", Mood.GARBAGE, Mood.FINE);
        below.next("/right", Mood.GARBAGE_404, Mood.FINE);

        var answer = start("rehearsal", "item:garbage", key());
        await(id(answer), RunState.SUCCEEDED);

        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
        assertThat(view(id(answer)).attempts())
                .filteredOn(attempt -> "IN_DOUBT".equals(attempt.outcome()))
                .hasSize(2);
    }

    @Test
    void whatIsTakenBackIsNotTakenBackBySuchAnAnswer() throws Exception {
        below.next("/pivot", Mood.REFUSES);
        below.next("/store/undo", Mood.GARBAGE, Mood.GARBAGE_404, Mood.FINE);

        var answer = start("all-or-nothing", "order:garbage", key());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(below.paths()).containsOnlyOnce("/store/undo", "/reserve/made-s0/undo");
    }

    @Test
    void aDraftThatNobodyCanCompleteYetHoldsUpNobodyElseAndIsSentOnce() throws Exception {
        below.next("/right", Mood.PERFORMED_THEN_503, Mood.FINE);

        var answer = start("rehearsal", "item:late", key());

        await(id(answer), RunState.SUCCEEDED);
        var right = view(id(answer)).steps().get(1);
        assertThat(right.draft()).isFalse();
        assertThat(new String(right.body(), UTF_8)).contains("known");
        assertThat(right.attempts()).isEqualTo(3);
        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
    }

    @Test
    void aRefusalWaitsForAPersonAndIsNeverRepeated() throws Exception {
        below.next("/left", Mood.REFUSES);

        var answer = start("rehearsal", "item:G", key());

        var left = view(id(answer)).steps().getFirst();
        assertThat(left.state()).isEqualTo(StepState.FAILED);
        assertThat(left.attempts()).isEqualTo(1);
        assertThat(openExceptions(id(answer))).isEqualTo(1);
        assertThat(below.paths()).containsExactly("/right");
    }

    @Test
    void aRunWhoseWorkerDiedIsFinishedByTheNext() throws Exception {
        var asked = registration("rehearsal", "item:J", key(), Duration.ofSeconds(1));
        var registered = (Registered.New) ledger.register(asked, Beginning.PLAIN);

        await(registered.run().id(), RunState.SUCCEEDED);

        var effects =
                below.effects().stream()
                        .filter(e -> e.key().startsWith(registered.run().id()))
                        .toList();
        assertThat(effects)
                .extracting(TierBelow.Effect::path)
                .containsExactlyInAnyOrder("/left", "/right", "/last");
        var fence = Long.parseLong(effects.getFirst().fence().split(";", 2)[1]);
        assertThat(fence).isGreaterThan(registered.run().fence());
    }

    @Test
    void aWorkerThatWasTakenOverCannotWriteAnyMore() {
        var asked = registration("rehearsal", "item:K", key(), Duration.ofSeconds(1));
        var frozen = ((Registered.New) ledger.register(asked, Beginning.PLAIN)).run();
        jdbi.useHandle(h ->
                h.execute("UPDATE run SET fence = nextval('run_fence') WHERE id = ?", frozen.id()));

        assertThatThrownBy(() -> ledger.asOwner(frozen, _ -> true))
                .isInstanceOf(FencedException.class);
    }

    private int openExceptions(String runId) {
        return Objects.requireNonNull(
                jdbi.withHandle(h ->
                        h.createQuery(
                                        "SELECT count(*) FROM exception_item WHERE run_id = :run"
                                                + " AND closed_at IS NULL")
                                .bind("run", runId)
                                .mapTo(Integer.class)
                                .one()));
    }

    @Test
    void plansASearchForWhatIsAskedAndNothingElse() {
        assertThat(ledger.search(LedgerTest::planning)).isEqualTo("force_custom_plan");
        assertThat(ledger.read(LedgerTest::planning)).isEqualTo("force_generic_plan");
    }

    private static String planning(Handle handle) {
        return handle.createQuery("SHOW plan_cache_mode").mapTo(String.class).one();
    }
}
