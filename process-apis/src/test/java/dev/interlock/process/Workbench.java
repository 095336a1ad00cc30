package dev.interlock.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.idempotency.Fingerprint;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.outbound.Answer;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.process.run.Beginning;
import dev.interlock.process.run.Registration;
import dev.interlock.process.run.RunBook;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Runs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/// The tier at work on rehearsed processes, with a real database and a tier below that can be told
/// to misbehave.
@QuarkusTest
@QuarkusTestResource(ProcessTierResource.class)
@SuppressWarnings("NullAway.Init")
public abstract class Workbench {
    @Inject protected Runs runs;
    @Inject protected RunBook book;
    @Inject protected Jdbi jdbi;
    @Inject protected Targets targets;
    protected TierBelow below;

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
                                 WHERE r.open AND r.next_attempt_at IS NOT NULL AND r.state <> 'QUEUED'
                                """)
                        .mapTo(Integer.class)
                        .one());
    }

    private boolean circuitsAreClosed() {
        return targets.all().stream()
                .allMatch(target ->
                        target.send(Call.get("/nothing")) instanceof Answer.Answered
                                && target.breaker() == CircuitBreakerState.CLOSED);
    }

    protected String start(String process, String orderedBy, Set<String> searchKeys)
            throws InterruptedException {
        return id(start(process, orderedBy, searchKeys, Duration.ofSeconds(20)));
    }

    protected Response start(
            String process, String orderedBy, Set<String> searchKeys, Duration patience)
            throws InterruptedException {
        return runs.start(
                new Registration(
                        process,
                        orderedBy,
                        Set.of(orderedBy),
                        searchKeys,
                        Map.of(),
                        List.of(),
                        asked("POST /rehearsals"),
                        patience),
                Beginning.PLAIN);
    }

    protected Response start(String process, String key, String idempotencyKey)
            throws InterruptedException {
        return start(process, key, idempotencyKey, Duration.ofSeconds(20));
    }

    protected Response start(String process, String key, String idempotencyKey, Duration patience)
            throws InterruptedException {
        return runs.start(registration(process, key, idempotencyKey, patience), Beginning.PLAIN);
    }

    protected static Registration registration(
            String process, String key, String idempotencyKey, Duration patience) {
        var asked =
                new Registration.Asked(
                        "tester",
                        "olga",
                        "workbench",
                        "POST /rehearsals",
                        new IdempotencyKey(idempotencyKey),
                        Fingerprint.of("POST", "/rehearsals", key.getBytes(UTF_8)));
        return new Registration(process, key, Set.of(key), Map.of(), List.of(), asked, patience);
    }

    protected static Registration.Asked asked(String operation) {
        return new Registration.Asked(
                "tester",
                "olga",
                "workbench",
                operation,
                new IdempotencyKey(key()),
                Fingerprint.of("POST", operation, new byte[0]));
    }

    protected static String key() {
        return UUID.randomUUID().toString();
    }

    protected static String id(Response answer) {
        var path = answer.getHeaderString("Location");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    protected RunView view(String runId) {
        return book.find(runId).orElseThrow().view();
    }

    protected static void until(BooleanSupplier seen) throws InterruptedException {
        var end = Instant.now().plusSeconds(12);
        while (!seen.getAsBoolean() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(seen.getAsBoolean()).isTrue();
    }

    protected void await(String runId, RunState state) throws InterruptedException {
        var until = Instant.now().plusSeconds(15);
        while (view(runId).run().state() != state && Instant.now().isBefore(until)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(view(runId).run().state()).isEqualTo(state);
    }

    protected long openException(String runId) {
        return book.find(runId).orElseThrow().exceptions().stream()
                .filter(item -> item.closedAt() == null)
                .findFirst()
                .orElseThrow()
                .exceptionId();
    }

    protected static String text(Response answer) {
        return new String((byte[]) answer.getEntity(), UTF_8);
    }
}
