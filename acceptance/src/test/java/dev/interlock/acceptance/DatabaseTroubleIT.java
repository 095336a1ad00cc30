package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.layout.Part;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A database that is away or stuck makes callers come back later: no tier hangs with it.
@ExtendWith(GatewayExtension.class)
class DatabaseTroubleIT {
    /// More than a tier has connections.
    private static final int CALLERS = 40;

    /// A caller's own patience.
    private static final long PATIENCE_SECONDS = 30;

    private static final long SLOW_MS = 1_500;

    private static final long LONGER_THAN_A_CONNECTION_IS_TRUSTED_MS = 1_500;

    /// A lease is 20 s, and at most a quarter of it was over.
    private static final Duration SOONER_THAN_A_LEASE = Duration.ofSeconds(10);

    private static final String UNDER_WAY =
            "SELECT count(*) FROM process.step WHERE run_id = ? AND state = 'RUNNING'";
    private static final String ENDED =
            "SELECT count(*) FROM process.run WHERE id = ? AND state = 'SUCCEEDED'";

    /// What a tier reads for its list, and as whom.
    private record OwnData(Tier tier, String table, String login) {}

    /// Neither reads what the other does: both are tried at once.
    private static final List<OwnData> TIERS =
            List.of(
                    new OwnData(Tier.SYSTEM, "system.item", "system_apis"),
                    new OwnData(Tier.PROCESS, "process.supplier_notice", "process_apis"));

    private final Gateway gateway;

    DatabaseTroubleIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void withoutADatabaseEveryTierAsksToComeBackAndTheSameKeyThenWorks() {
        Change change = Change.of(gateway);
        String key = Gateway.newKey();
        for (Tier tier : Tier.values()) {
            assertThat(list(tier).statusCode()).as(tier.name()).isEqualTo(200);
        }

        gateway.kill(Part.POSTGRES);

        for (Tier tier : Tier.values()) {
            expectComeBack(tier.name(), list(tier));
        }
        expectComeBack("a propagation", change.propagate(key));

        gateway.start(Part.POSTGRES);
        Response answer =
                Patience.await(
                        "the propagation",
                        Duration.ofSeconds(60),
                        () -> change.propagate(key),
                        seen -> seen.statusCode() != 503);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        change.expectEverywhereOnce();
    }

    @Test
    void aRunThatLosesItsDatabaseGoesOnWithoutWaitingForItsLease() {
        Change change = Change.of(gateway);
        gateway.plant().fault("ERP", "SLOW", SLOW_MS);
        String id = change.propagateMeanwhile();
        Patience.await("a call to the ERP", Duration.ofSeconds(30), () -> found(UNDER_WAY, id));

        gateway.kill(Part.POSTGRES);
        Patience.pause(2 * SLOW_MS);
        gateway.plant().mend("ERP");
        gateway.sandbox().start(Part.POSTGRES);

        Patience.await("the end of the run", SOONER_THAN_A_LEASE, () -> found(ENDED, id));
        gateway.awaitKeycloak();
        change.expectEverywhereOnce();
    }

    private boolean found(String sql, String id) {
        try (Books books = Books.open(gateway.ports().postgres())) {
            return books.number(sql, id) > 0;
        }
    }

    @Test
    void aTableThatNobodyCanReadHoldsNobodyForEver() {
        SideBySide.forEach(TIERS, this::withALockedTable);
    }

    private void withALockedTable(OwnData own) {
        assertThat(list(own.tier).statusCode()).isEqualTo(200);
        try (Books stuck = Books.open(gateway.ports().postgres())) {
            stuck.execute("BEGIN; LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(own.table));

            List<Response> answers = together(() -> list(own.tier));

            assertThat(answers).allSatisfy(answer -> expectComeBack(own.table, answer));
        }
        assertThat(list(own.tier).statusCode()).isEqualTo(200);
    }

    @Test
    void aServerThatFreezesHoldsNobodyForEver() {
        SideBySide.forEach(TIERS, this::withAFrozenServer);
    }

    private void withAFrozenServer(OwnData own) {
        assertThat(list(own.tier).statusCode()).isEqualTo(200);
        List<Long> serving = servingNow(own.login);
        assertThat(serving).isNotEmpty();
        try {
            signal("STOP", serving);
            List<Response> answers = together(() -> list(own.tier));

            // who is the first to take a frozen connection may get a fresh one in time
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 200)
                    .allSatisfy(answer -> expectComeBack(own.login, answer));
        } finally {
            signal("CONT", serving);
        }
        assertThat(list(own.tier).statusCode()).isEqualTo(200);
    }

    /// It accepts new connections and says nothing on them either; all that rest are silent alike.
    @Test
    void aServerThatFreezesAsAWholeHoldsNobodyForEver() {
        TIERS.forEach(own -> together(() -> list(own.tier)));
        Patience.pause(LONGER_THAN_A_CONNECTION_IS_TRUSTED_MS);
        List<Long> whole = new ArrayList<>();
        TIERS.forEach(own -> whole.addAll(servingNow(own.login)));
        whole.addFirst(parent(whole.getFirst()));
        try {
            signal("STOP", whole);
            SideBySide.forEach(
                    TIERS,
                    own ->
                            assertThat(together(() -> list(own.tier)))
                                    .allSatisfy(answer -> expectComeBack(own.login, answer)));
        } finally {
            signal("CONT", whole);
        }
        TIERS.forEach(own -> assertThat(list(own.tier).statusCode()).isEqualTo(200));
    }

    private static long parent(long process) {
        return ProcessHandle.of(process).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }

    private List<Long> servingNow(String login) {
        try (Books books = Books.open(gateway.ports().postgres())) {
            return books.list(
                    "SELECT pid FROM pg_stat_activity WHERE usename = ?",
                    row -> row.getLong(1),
                    login);
        }
    }

    private static void signal(String name, List<Long> processes) {
        for (Long process : processes) {
            try {
                int code =
                        new ProcessBuilder("kill", "-" + name, process.toString())
                                .start()
                                .waitFor();
                assertThat(code).as("kill -%s %d".formatted(name, process)).isZero();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError("no SIG%s for %d".formatted(name, process), e);
            }
        }
    }

    private Response list(Tier tier) {
        return tier.in(gateway).get(tier.list());
    }

    private static List<Response> together(Supplier<Response> call) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Response>> waiting =
                    IntStream.range(0, CALLERS).mapToObj(_ -> threads.submit(call::get)).toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : waiting) {
                answers.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("a caller without an answer", e);
        } finally {
            // not closed: whoever hangs must not hang the test
            threads.shutdownNow();
        }
    }

    private static void expectComeBack(String what, Response answer) {
        assertThat(answer.statusCode()).as(what + ": " + answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).as(what).isNotBlank();
        assertThat(answer.jsonPath().getBoolean("retryable")).isTrue();
    }
}
