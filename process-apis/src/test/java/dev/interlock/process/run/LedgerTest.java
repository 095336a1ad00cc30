package dev.interlock.process.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.platform.idempotency.Fingerprint;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.outbound.Answer;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.process.ProcessTierResource;
import dev.interlock.process.TierBelow;
import dev.interlock.process.TierBelow.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ProcessTierResource.class)
@SuppressWarnings("NullAway.Init")
class LedgerTest {
    @Inject Runs runs;
    @Inject Ledger ledger;
    @Inject Jdbi jdbi;
    @Inject Targets targets;
    TierBelow below;

    /// What an earlier test left under way has ended, and the circuits it opened are closed again.
    @BeforeEach
    void aTierBelowThatIsFine() throws InterruptedException {
        below.reset();
        var until = Instant.now().plusSeconds(20);
        while ((runsUnderWay() > 0 || !circuitsAreClosed()) && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        below.reset();
    }

    private int runsUnderWay() {
        return jdbi.withHandle(h ->
                h.createQuery(
                                """
                                SELECT count(*) FROM run r
                                 WHERE r.open AND r.next_attempt_at IS NOT NULL
                                   AND NOT EXISTS (SELECT 1 FROM run_key mine
                                                     JOIN run_key older ON older.key = mine.key AND older.open
                                                                       AND older.seq < mine.seq
                                                    WHERE mine.run_id = r.id)
                                """)
                        .mapTo(Integer.class)
                        .one());
    }

    /// A circuit closes when a call succeeds: an unknown path is an answer too.
    private boolean circuitsAreClosed() {
        return targets.all().stream()
                .allMatch(target ->
                        target.send(Call.get("/nothing")) instanceof Answer.Answered
                                && target.breaker() == CircuitBreakerState.CLOSED);
    }

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
        assertThat(view(answer).attempts())
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
        assertThat(view(answer).attempts())
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
        var right = view(answer).steps().get(1);
        assertThat(right.draft()).isFalse();
        assertThat(new String(right.body(), UTF_8)).contains("known");
        assertThat(right.attempts()).isEqualTo(3);
        assertThat(below.paths()).containsOnlyOnce("/left", "/right", "/last");
    }

    @Test
    void aRefusalWaitsForAPersonAndIsNeverRepeated() throws Exception {
        below.next("/left", Mood.REFUSES);

        var answer = start("rehearsal", "item:G", key());

        var left = view(answer).steps().getFirst();
        assertThat(left.state()).isEqualTo(StepState.FAILED);
        assertThat(left.attempts()).isEqualTo(1);
        assertThat(openExceptions(id(answer))).isEqualTo(1);
        assertThat(below.paths()).containsExactly("/right");
    }

    @Test
    void aYoungerRunOnTheSameKeyWaitsForTheOlderOne() throws Exception {
        below.next("/left", Mood.REFUSES);
        var older = start("rehearsal", "item:H", key());
        below.next("/left", Mood.FINE);

        var younger = start("rehearsal", "item:H", key(), Duration.ofMillis(300));
        var other = start("rehearsal", "item:I", key());

        assertThat(younger.getStatus()).isEqualTo(202);
        assertThat(view(younger).waitingFor()).containsExactly(id(older));
        assertThat(other.getStatus()).isEqualTo(201);
    }

    @Test
    void aRunWhoseWorkerDiedIsFinishedByTheNext() throws Exception {
        var asked = registration("rehearsal", "item:J", key(), Duration.ofSeconds(1));
        var registered =
                (Registered.New) ledger.register(asked, _ -> Optional.empty(), _ -> _ -> {});

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
        var frozen =
                ((Registered.New) ledger.register(asked, _ -> Optional.empty(), _ -> _ -> {}))
                        .run();
        jdbi.useHandle(h ->
                h.execute("UPDATE run SET fence = nextval('run_fence') WHERE id = ?", frozen.id()));

        assertThatThrownBy(() -> ledger.asOwner(frozen, _ -> true))
                .isInstanceOf(FencedException.class);
    }

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
    void pastThePivotNothingIsTakenBack() throws Exception {
        below.next("/start", Mood.REFUSES);

        var answer = start("all-or-nothing", "order:4", key());

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(view(answer).run().state()).isEqualTo(RunState.WAITING);
        assertThat(below.paths()).containsExactly("/reserve", "/store", "/pivot");
    }

    private Response start(String process, String key, String idempotencyKey)
            throws InterruptedException {
        return start(process, key, idempotencyKey, Duration.ofSeconds(20));
    }

    private Response start(String process, String key, String idempotencyKey, Duration patience)
            throws InterruptedException {
        return runs.start(
                registration(process, key, idempotencyKey, patience),
                _ -> Optional.empty(),
                _ -> _ -> {});
    }

    private static Registration registration(
            String process, String key, String idempotencyKey, Duration patience) {
        var asked =
                new Registration.Asked(
                        "tester",
                        "tester",
                        "ledger-test",
                        "POST /rehearsals",
                        new IdempotencyKey(idempotencyKey),
                        Fingerprint.of("POST", "/rehearsals", key.getBytes(UTF_8)));
        return new Registration(process, key, Set.of(key), Map.of(), List.of(), asked, patience);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String id(Response answer) {
        var path = answer.getHeaderString("Location");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private RunView view(Response answer) {
        return ledger.view(id(answer));
    }

    private void await(String runId, RunState state) throws InterruptedException {
        var until = Instant.now().plusSeconds(15);
        while (ledger.view(runId).run().state() != state && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(ledger.view(runId).run().state()).isEqualTo(state);
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
}
