package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.acceptance.hostile.Operation;
import dev.interlock.acceptance.isolation.Bodies;
import dev.interlock.acceptance.isolation.Estate;
import dev.interlock.benchmark.stage.Books;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every operation that the partner contracts publish, with every id of three suppliers: nobody
/// learns a byte of what is another's.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class IsolationIT {
    private static final String UNKNOWN = "4599999";
    private static final int TOO_MANY = 429;
    private static final int LOOKS = 200;

    /// Who brings a key of his own has no other.
    private static final RestAssuredConfig ONE_KEY =
            RestAssuredConfig.config()
                    .headerConfig(
                            HeaderConfig.headerConfig()
                                    .overwriteHeadersWithName("Idempotency-Key"));

    private final Gateway gateway;
    private final List<Estate> estates = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    IsolationIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    void threeSuppliersHaveSomething() {
        var gate =
                new Estate.Gate() {
                    @Override
                    public RequestSpecification system(String client) {
                        return gateway.system(client);
                    }

                    @Override
                    public RequestSpecification partner(String client) {
                        return gateway.partner(client);
                    }

                    @Override
                    public String change(String item, String canary) {
                        return propagated(item, canary);
                    }
                };
        for (var supplier : List.of("ACME", "BOREALIS", "COBALT")) {
            estates.add(Estate.of(gate, supplier, estates.size() + 1));
        }
        for (var api : List.of("supplier", "quality")) {
            var contract =
                    gateway.at(gateway.endpoints().partnerApis())
                            .get("/partner/openapi/%s?format=json".formatted(api))
                            .asString();
            operations.addAll(Operation.of(new JsonObject(contract)));
        }
        assertThat(operations).hasSizeGreaterThan(30);
    }

    /// A change that touches a part of this supplier and of nobody else.
    private String propagated(String item, String canary) {
        Change change =
                Change.of(
                        gateway,
                        body -> {
                            var added =
                                    body.getJsonArray("bomChanges")
                                            .getJsonObject(1)
                                            .put("componentId", item);
                            return body.put("title", canary)
                                    .put("reason", canary)
                                    .put("bomChanges", JsonArray.of(added));
                        });
        Response answer = change.propagate(Gateway.newKey());
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 202);
        change.awaitStatus(answer.path("propagationId"), "COMPLETED");
        return change.number();
    }

    /// The test could not fail if nothing that is shown carried a canary.
    @ParameterizedTest
    @ValueSource(strings = {"ACME", "BOREALIS", "COBALT"})
    void everySupplierSeesItsOwn(String supplier) {
        var own = estate(supplier);

        for (var id :
                List.of(
                        "purchase-orders",
                        "shipments",
                        "quality-notifications",
                        "engineering-notices")) {
            assertThat(ask(own, r -> r.get("/partner/v1/%s?limit=200".formatted(id))).asString())
                    .contains(own.canary());
        }
        assertThat(
                        ask(
                                        own,
                                        r ->
                                                r.get(
                                                        "/partner/v1/corrective-actions/"
                                                                + own.ids().getLast()))
                                .asString())
                .contains(own.canary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "BOREALIS", "COBALT"})
    void noIdOfAnotherOpensAnything(String supplier) {
        var asking = estate(supplier);

        for (var operation : operations) {
            var unknown =
                    normal(send(asking, operation, UNKNOWN, UnaryOperator.identity()), UNKNOWN);
            for (var other : others(asking)) {
                for (var id : other.ids()) {
                    var answer = send(asking, operation, id, UnaryOperator.identity());

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

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "BOREALIS", "COBALT"})
    void noQueryHeaderCursorOrKeyOpensAnything(String supplier) {
        var asking = estate(supplier);

        for (var other : others(asking)) {
            for (var operation : operations) {
                for (var way : ways(other)) {
                    expectNothingOf(
                            other, send(asking, operation, UNKNOWN, way), operation, "elsewhere");
                }
            }
        }
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
                for (var asking : estates) {
                    noIdOfAnotherOpensAnything(asking.supplier());
                    noListShowsAnothers(asking.supplier());
                }
            } finally {
                walled.forEach(table ->
                        books.execute("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(table)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "BOREALIS", "COBALT"})
    void noListShowsAnothers(String supplier) {
        var asking = estate(supplier);
        for (var operation : operations) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                var answer = ask(asking, r -> r.get(operation.path() + "?limit=200"));
                assertThat(answer.statusCode()).as(operation.path()).isEqualTo(200);
                others(asking).forEach(other -> expectNothingOf(other, answer, operation, UNKNOWN));
            }
        }
    }

    /// The same key with the same request, sent by another: a request of its own, refused for
    /// reasons of its own.
    @Test
    void aKeyOfAnotherIsNoKeyToItsAnswer() {
        var owner = estates.getFirst();
        var thief = estates.getLast();
        var order = owner.ids().getFirst();

        var answer =
                ask(
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
        var asking = estate("COBALT");
        var foreign = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        var order = estate("ACME").ids().getFirst();
        for (var i = 0; i < LOOKS; i++) {
            foreign.add(nanos(asking, order));
            unknown.add(nanos(asking, UNKNOWN));
        }

        assertThat((double) median(foreign) / median(unknown)).isBetween(0.5, 2.0);
    }

    private long nanos(Estate asking, String order) {
        var begin = System.nanoTime();
        ask(asking, r -> r.get("/partner/v1/purchase-orders/" + order)).then().statusCode(404);
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

    private static List<UnaryOperator<RequestSpecification>> ways(Estate other) {
        var ways = new ArrayList<UnaryOperator<RequestSpecification>>();
        ways.add(r -> r.header("Interlock-Supplier", other.supplier()));
        ways.add(r -> r.header("Interlock-Actor", other.client()));
        ways.add(r -> r.header("Idempotency-Key", other.key()));
        ways.add(r -> r.header("If-Match", "\"1\""));
        ways.add(r -> r.queryParam("supplierId", other.supplier()));
        ways.add(r -> r.queryParam("supplier_id", other.supplier()));
        for (var id : other.ids()) {
            ways.add(r -> r.queryParam("orderNumber", id).queryParam("id", id));
            ways.add(r -> r.queryParam("cursor", cursor(id)));
            ways.add(r -> r.queryParam("cursor", cursor(other.supplier() + "\u001f" + id)));
        }
        return ways;
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private Response send(
            Estate asking,
            Operation operation,
            String id,
            UnaryOperator<RequestSpecification> way) {
        var path =
                operation
                        .path()
                        .replaceAll("\\{discipline[^}]*}", "D1")
                        .replaceAll("\\{[^}]+}", id);
        return ask(
                asking,
                request -> {
                    var sent = way.apply(request);
                    if (operation.method().equals("GET")) {
                        return sent.get(path);
                    }
                    if (path.endsWith("/attachments")) {
                        sent.contentType("text/plain").queryParam("filename", "x.txt");
                    }
                    sent.body(Bodies.of(path, id));
                    return operation.method().equals("PUT") ? sent.put(path) : sent.post(path);
                });
    }

    private Response ask(Estate asking, Function<RequestSpecification, Response> request) {
        while (true) {
            var answer =
                    request.apply(
                            gateway.partner(asking.client())
                                    .config(ONE_KEY)
                                    .header("Idempotency-Key", UUID.randomUUID().toString()));
            if (answer.statusCode() != TOO_MANY) {
                return answer;
            }
            Patience.pause();
        }
    }

    private static void expectNothingOf(
            Estate other, Response answer, Operation operation, String id) {
        var all = answer.headers() + "\n" + answer.asString();
        assertThat(answer.statusCode())
                .as("%s %s of %s: %s", operation.method(), operation.path(), id, all)
                .isLessThan(500);
        assertThat(all.replace(id, ""))
                .as("%s %s of %s", operation.method(), operation.path(), id)
                .doesNotContain(other.canary());
    }

    /// Without what differs from request to request.
    private static Map<String, Object> normal(Response answer, String id) {
        var problem = new JsonObject(answer.asString().replace(id, "…"));
        problem.remove("correlationId");
        return problem.getMap();
    }

    private Estate estate(String supplier) {
        return estates.stream()
                .filter(each -> each.supplier().equals(supplier))
                .findFirst()
                .orElseThrow();
    }

    private List<Estate> others(Estate asking) {
        return Stream.of(estates)
                .flatMap(List::stream)
                .filter(each -> !each.equals(asking))
                .toList();
    }
}
