package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.acceptance.hostile.Operation;
import dev.interlock.acceptance.isolation.Bodies;
import dev.interlock.acceptance.isolation.Estate;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    /// The test could not fail if nothing that is shown carried a canary.
    @ParameterizedTest
    @ValueSource(strings = {"ACME", "BOREALIS", "COBALT"})
    void everySupplierSeesItsOwn(String supplier) {
        var own = estate(supplier);

        for (var id : List.of("purchase-orders", "shipments", "quality-notifications")) {
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
