package dev.interlock.sandbox.plant;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.ConnectException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Stands before the ERP that lives in the system tier, passes everything on, and counts what took
/// effect.
final class ErpProxy implements Service {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "host",
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "content-length",
                    "upgrade",
                    "te",
                    "trailer",
                    "proxy-connection");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Target target;
    private final Effects effects;
    private final HttpClient client;

    ErpProxy(Target target, Vertx vertx, int systemApisPort, Effects effects) {
        this.target = target;
        this.effects = effects;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setDefaultHost("127.0.0.1")
                                .setDefaultPort(systemApisPort)
                                .setConnectTimeout(2000)
                                .setKeepAliveTimeout(20)
                                .setMaxPoolSize(200));
    }

    @Override
    public Future<Reply> perform(HttpServerRequest request, Buffer body) {
        return client.request(HttpMethod.valueOf(request.method().name()), request.uri())
                .compose(onward -> {
                    copy(request.headers(), onward.headers());
                    return onward.send(body);
                })
                .compose(answer ->
                        answer.body()
                                .map(content -> {
                                    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
                                    copy(answer.headers(), headers);
                                    return new Reply(answer.statusCode(), headers, content);
                                }))
                .onSuccess(reply -> count(request, body, reply))
                .recover(this::unreachable);
    }

    /// Nobody behind the proxy: nothing was performed, and the caller may know that. A connection
    /// that broke later says nothing.
    private Future<Reply> unreachable(Throwable failure) {
        return failure instanceof ConnectException
                ? Future.succeededFuture(
                        error(503, "target-unavailable", "The ERP does not answer."))
                : Future.failedFuture(failure);
    }

    private void count(HttpServerRequest request, Buffer body, Reply reply) {
        boolean done = reply.status() >= 200 && reply.status() < 300;
        boolean again = "true".equals(reply.headers().get("Idempotency-Replayed"));
        boolean reads =
                READING.contains(request.method().name())
                        || path(request).endsWith("/availability-checks");
        if (done && !again && !reads) {
            String key = request.getHeader("Idempotency-Key");
            effects.record(
                    target,
                    operation(request, body),
                    key == null ? "" : key,
                    businessKey(request, reply));
        }
    }

    /// `POST releases`, `PUT boms`: the verb and the last word that is no identifier of its own. A
    /// revision is prepared first and then released, so what it becomes is told too: `PUT revisions
    /// RELEASED`.
    private static String operation(HttpServerRequest request, Buffer body) {
        List<String> words = words(path(request));
        boolean names = words.size() % 2 == 1;
        String word = words.get(words.size() - (names || words.size() < 2 ? 1 : 2));
        String operation = request.method().name() + " " + word;
        return word.equals("revisions")
                ? operation + " " + body.toJsonObject().getString("status")
                : operation;
    }

    private static String businessKey(HttpServerRequest request, Reply reply) {
        List<String> words = words(path(request));
        String location = reply.headers().get("Location");
        if (words.size() == 1 && location != null) {
            return location.substring(location.lastIndexOf('/') + 1);
        }
        return String.join("/", words);
    }

    private static String path(HttpServerRequest request) {
        return String.valueOf(request.path());
    }

    /// The path below `/system/v1`.
    private static List<String> words(String path) {
        List<String> words =
                List.of(path.replaceFirst("^/system/v1/", "").replaceFirst("^/", "").split("/"));
        return words.isEmpty() ? List.of(path) : words;
    }

    private static void copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                to.add(name, value);
            }
        });
    }

    @Override
    public Reply error(int status, String code, String message) {
        JsonObject problem =
                JsonObject.of(
                        "type",
                        "/problems/" + code,
                        "title",
                        message,
                        "status",
                        status,
                        "detail",
                        message,
                        "code",
                        code,
                        "retryable",
                        status >= 500);
        if (code.equals("target-unavailable")) {
            problem.put("effect", "NONE");
        }
        return Reply.of(status, "application/problem+json", problem.toBuffer());
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    /// The system tier behind the proxy remembers by itself.
    @Override
    public boolean dedupes() {
        return true;
    }

    @Override
    public void setDedupes(boolean remembers) {
        if (!remembers) {
            throw new BadControl(
                    "The ERP keeps its effect keys in the system tier: dedupes cannot be switched"
                            + " off.");
        }
    }

    @Override
    public JsonObject memory() {
        return new JsonObject();
    }

    @Override
    public void recall(JsonObject memory) {}
}
