package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.acceptance.hostile.Operation;
import dev.interlock.acceptance.isolation.Estate;
import dev.interlock.benchmark.stage.Books;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every operation that the partner contracts publish, with every id of three suppliers: nobody
/// learns a byte of what is another's.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class IsolationIT {
    private static final String UNKNOWN = "4599999";
    private static final int LOOKS = 200;

    private final Gateway gateway;
    private final Neighbours neighbours;

    IsolationIT(Gateway gateway) {
        this.gateway = gateway;
        this.neighbours = Neighbours.of(gateway);
        assertThat(neighbours.operations()).hasSizeGreaterThan(30);
    }

    /// The test could not fail if nothing that is shown carried a canary.
    @Test
    void everySupplierSeesItsOwn() {
        neighbours.eachTries(own -> {
            for (var list :
                    List.of(
                            "purchase-orders",
                            "shipments",
                            "quality-notifications",
                            "engineering-notices")) {
                assertThat(shown(own, list + "?limit=200")).contains(own.canary());
            }
            assertThat(shown(own, "corrective-actions/" + own.ids().getLast()))
                    .contains(own.canary());
        });
    }

    private String shown(Estate asking, String what) {
        return neighbours.ask(asking, r -> r.get("/partner/v1/" + what)).asString();
    }

    @Test
    void noIdOfAnotherOpensAnything() {
        neighbours.eachTries(this::everyIdOfAnother);
    }

    private void everyIdOfAnother(Estate asking) {
        for (var operation : neighbours.operations()) {
            var unknown = normal(neighbours.send(asking, operation, UNKNOWN), UNKNOWN);
            for (var other : neighbours.besides(asking)) {
                for (var id : other.ids()) {
                    var answer = neighbours.send(asking, operation, id);

                    expectNothingOf(other, answer, operation, id);
                    if (operation.path().contains("{") && id.length() > 3) {
                        // What is no file is refused before anybody looks for what it belongs to.
                        assertThat(answer.statusCode())
                                .as("%s of %s", operation, id)
                                .isIn(404, 415);
                        assertThat(normal(answer, id)).as(operation.path()).isEqualTo(unknown);
                    }
                }
            }
        }
    }

    @Test
    void noQueryHeaderCursorOrKeyOpensAnything() {
        neighbours.eachTries(asking -> {
            for (var other : neighbours.besides(asking)) {
                for (var operation : neighbours.operations()) {
                    for (var way : Neighbours.waysTo(other)) {
                        expectNothingOf(
                                other,
                                neighbours.send(asking, operation, UNKNOWN, way),
                                operation,
                                "elsewhere");
                    }
                }
            }
        });
    }

    /// Row-level security is off for a while: every query asks for the supplier's share all the
    /// same. (The other way round, with queries that ask for nothing, is tried inside the tiers.)
    @Test
    void theFirstWallHoldsWhenTheSecondIsTakenAway() {
        try (var books = Books.open(gateway.ports().postgres())) {
            var walled =
                    books.list(
                            """
                            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                             WHERE n.nspname IN ('system', 'process') AND c.relrowsecurity
                            """,
                            row -> row.getString(1));
            assertThat(walled).contains("system.purchase_order", "process.supplier_notice");
            walled.forEach(table ->
                    books.execute("ALTER TABLE %s DISABLE ROW LEVEL SECURITY".formatted(table)));
            try {
                neighbours.eachTries(this::everyIdOfAnother);
                neighbours.eachTries(this::everyList);
            } finally {
                walled.forEach(table ->
                        books.execute("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(table)));
            }
        }
    }

    @Test
    void noListShowsAnothers() {
        neighbours.eachTries(this::everyList);
    }

    private void everyList(Estate asking) {
        for (var operation : neighbours.operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                var answer = neighbours.ask(asking, r -> r.get(operation.path() + "?limit=200"));
                assertThat(answer.statusCode()).as(operation.path()).isEqualTo(200);
                neighbours
                        .besides(asking)
                        .forEach(other -> expectNothingOf(other, answer, operation, UNKNOWN));
            }
        }
    }

    /// The same key with the same request, sent by another: a request of its own, refused for
    /// reasons of its own.
    @Test
    void aKeyOfAnotherIsNoKeyToItsAnswer() {
        var owner = neighbours.of("ACME");
        var thief = neighbours.of("COBALT");
        var order = owner.ids().getFirst();

        var answer =
                neighbours.ask(
                        thief,
                        r ->
                                r.header("Idempotency-Key", owner.key())
                                        .body(
                                                """
                                                {"lines": [{"line": 10, "response": "ACCEPT", "reason": "%s"}]}
                                                """
                                                        .formatted(owner.canary()))
                                        .post(
                                                "/partner/v1/purchase-orders/%s/acknowledgements"
                                                        .formatted(order)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Idempotency-Replayed")).isNull();
        assertThat(answer.asString()).doesNotContain(owner.canary());
    }

    /// How long an answer takes tells nobody whether there is something. Asked in turn, so that a
    /// busy machine is as slow for one as for the other.
    @Test
    void whatIsAnothersTakesAsLongAsWhatIsNot() {
        var asking = neighbours.of("COBALT");
        var foreign = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        var order = neighbours.of("ACME").ids().getFirst();
        for (var i = 0; i < LOOKS; i++) {
            foreign.add(nanos(asking, order));
            unknown.add(nanos(asking, UNKNOWN));
        }

        assertThat((double) median(foreign) / median(unknown)).isBetween(0.5, 2.0);
    }

    private long nanos(Estate asking, String order) {
        var begin = System.nanoTime();
        neighbours
                .ask(asking, r -> r.get("/partner/v1/purchase-orders/" + order))
                .then()
                .statusCode(404);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /// Not in a log line either, of whichever tier.
    @AfterAll
    void nothingOfASupplierIsLogged() throws IOException {
        for (var tier : Tier.values()) {
            assertThat(Files.readString(gateway.sandbox().log(tier.part())))
                    .as(tier.name())
                    .doesNotContain("KANARI");
        }
    }

    private static void expectNothingOf(
            Estate other, Response answer, Operation operation, String id) {
        var asked = "%s %s of %s".formatted(operation.method(), operation.path(), id);
        var all = answer.headers() + "\n" + answer.asString();
        assertThat(answer.statusCode()).as("%s: %s", asked, all).isLessThan(500);
        assertThat(all.replace(id, "")).as(asked).doesNotContain(other.canary());
    }

    /// Without what differs from request to request.
    private static Map<String, Object> normal(Response answer, String id) {
        var problem = new JsonObject(answer.asString().replace(id, "…"));
        problem.remove("correlationId");
        return problem.getMap();
    }
}
