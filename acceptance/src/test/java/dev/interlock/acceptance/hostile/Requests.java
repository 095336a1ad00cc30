package dev.interlock.acceptance.hostile;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Makes requests against one API that are wrong in at least one place. The same seed makes the
/// same ones.
public final class Requests {
    private static final List<String> PATHS =
            List.of("%2e%2e", "%c0%ae", "%2F", "%0d%0aX:1", "%F0%9F%98%80", "%ff", "%5c", "%20");

    private final URI tier;
    private final String token;
    private final List<Operation> operations;
    private final Random random;
    private final Values values;
    private final Mutations mutations;

    public Requests(URI tier, String token, JsonObject contract, long seed) {
        this.tier = tier;
        this.token = token;
        this.operations = Operation.of(contract);
        this.random = new Random(seed);
        this.values =
                new Values(
                        random,
                        contract.getJsonObject("components", new JsonObject())
                                .getJsonObject("schemas", new JsonObject()));
        this.mutations = new Mutations(random, values);
    }

    /// A request, and what it looks like in a report.
    public record Hostile(HttpRequest request, String text) {}

    public Hostile next() {
        var operation = values.any(operations);
        // Where it is wrong: in its path, its query, its headers or its body.
        var wrong = random.nextInt(operation.body() == null ? 3 : 10);
        var uri = tier + path(operation, wrong == 0) + query(operation, wrong == 1);
        var body =
                operation.body() == null
                        ? ""
                        : body(values.right("", operation.body(), 0), wrong > 2);
        var request = HttpRequest.newBuilder(URI.create(uri));
        var method = wrong == 2 && once(8) ? "DELETE" : operation.method();
        request.method(
                method,
                body.isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers(request, operation, wrong == 2);
        return new Hostile(request.build(), method + " " + uri + " " + body);
    }

    private String body(Object right, boolean wrong) {
        return wrong ? mutations.of(right) : right.toString();
    }

    private String path(Operation operation, boolean wrong) {
        var path = operation.path();
        for (var parameter : operation.parametersIn("path")) {
            var name = parameter.getString("name");
            var value =
                    wrong && once(2)
                            ? once(3) ? values.any(PATHS) : encoded(values.wrong())
                            : encoded(values.right(name, parameter.getJsonObject("schema"), 0));
            path = path.replace("{" + name + "}", value.isEmpty() ? "%20" : value);
        }
        return wrong && once(10) ? path + "/unheard-of" : path;
    }

    private String query(Operation operation, boolean wrong) {
        var query = new StringBuilder();
        for (var parameter : operation.parametersIn("query")) {
            if (once(2)) {
                var name = parameter.getString("name");
                var value =
                        wrong
                                ? values.wrong()
                                : values.right(name, parameter.getJsonObject("schema"), 0);
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(value));
            }
        }
        return query.toString();
    }

    private void headers(HttpRequest.Builder request, Operation operation, boolean wrong) {
        if (!wrong || !once(10)) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!wrong || once(2)) {
            request.header(
                    "Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        } else if (once(2)) {
            request.header(
                    "Idempotency-Key",
                    values.any(List.of("x", "\"", "a".repeat(300), ",,", "\"a\";b")));
        }
        if (operation.body() != null) {
            request.header(
                    "Content-Type",
                    wrong && once(4)
                            ? values.any(
                                    List.of(
                                            "text/plain",
                                            "application/xml",
                                            "x",
                                            "application/json; charset=utf-16",
                                            "///"))
                            : "application/json");
        }
        if (operation.mayTakeEffect() && once(2)) {
            request.header(
                    "If-Match",
                    wrong ? values.any(List.of("", "x", "W/\"1\"", "\"", "\"99\",\"1\"")) : "*");
        }
        if (wrong && once(3)) {
            request.header(
                    "Accept", values.any(List.of("image/png", "///;;", "text/html", "*/*;q=x")));
        }
        if (wrong && once(3)) {
            request.header(
                    values.any(
                            List.of(
                                    "traceparent",
                                    "X-Correlation-Id",
                                    "Prefer",
                                    "Interlock-Fence",
                                    "Interlock-Supplier",
                                    "Interlock-Actor")),
                    values.any(
                            List.of(
                                    "",
                                    "x",
                                    "00-zz-zz-01",
                                    "wait=x",
                                    "wait=99999999999",
                                    "a;-1",
                                    "é",
                                    "a".repeat(5_000))));
        }
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
