package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.acceptance.hostile.Operation;
import dev.interlock.acceptance.isolation.Bodies;
import dev.interlock.acceptance.isolation.Estate;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Three suppliers who each have something at the buyer's, and how each of them asks for it and for
/// what is another's.
record Neighbours(Gateway gateway, List<Estate> estates, List<Operation> operations) {
    private static final List<String> SUPPLIERS = List.of("ACME", "BOREALIS", "COBALT");
    private static final int TOO_MANY = 429;

    /// Who brings a key of his own has no other.
    private static final RestAssuredConfig ONE_KEY =
            RestAssuredConfig.config()
                    .headerConfig(
                            HeaderConfig.headerConfig()
                                    .overwriteHeadersWithName("Idempotency-Key"));

    /// The operations are all that the partner contracts publish.
    static Neighbours of(Gateway gateway) {
        List<Operation> operations =
                Stream.of("supplier", "quality")
                        .map(api -> "/partner/openapi/%s?format=json".formatted(api))
                        .map(gateway.at(gateway.endpoints().partnerApis())::get)
                        .flatMap(contract ->
                                Operation.of(new JsonObject(contract.asString())).stream())
                        .toList();
        List<Estate> estates =
                SideBySide.each(
                        SUPPLIERS,
                        supplier ->
                                Estate.of(
                                        new Doors(gateway),
                                        supplier,
                                        SUPPLIERS.indexOf(supplier) + 1));
        return new Neighbours(gateway, estates, operations);
    }

    private record Doors(Gateway gateway) implements Estate.Gate {
        @Override
        public RequestSpecification system(String client) {
            return gateway.system(client);
        }

        @Override
        public RequestSpecification partner(String client) {
            return gateway.partner(client);
        }

        /// A change that touches a part of this supplier and of nobody else.
        @Override
        public String change(String item, String canary) {
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
    }

    Estate of(String supplier) {
        return estates.stream()
                .filter(each -> each.supplier().equals(supplier))
                .findFirst()
                .orElseThrow();
    }

    List<Estate> besides(Estate asking) {
        return estates.stream().filter(each -> !each.equals(asking)).toList();
    }

    /// All three at once: each is served so often a second, and none of them waits for another.
    void eachTries(Consumer<Estate> deed) {
        SideBySide.forEach(
                estates,
                asking -> {
                    try {
                        deed.accept(asking);
                    } catch (AssertionError e) {
                        throw new AssertionError(asking.supplier() + " asks: " + e.getMessage(), e);
                    }
                });
    }

    /// Whoever is told to come back does.
    Response ask(Estate asking, Function<RequestSpecification, Response> request) {
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

    /// The operation with this id wherever it takes one.
    Response send(Estate asking, Operation operation, String id) {
        return send(asking, operation, id, UnaryOperator.identity());
    }

    Response send(
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

    /// Every other place than the path in which a request can name what is another's.
    static List<UnaryOperator<RequestSpecification>> waysTo(Estate other) {
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
}
