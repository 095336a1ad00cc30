package dev.interlock.benchmark.crash;

import dev.interlock.benchmark.stage.Books;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.tier.Tuning;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Stands between the process tier and what it calls, and in the ledger's database, and makes wrong
/// what the plan says. The product knows nothing of it.
final class Saboteur {
    private static final String HOST = "127.0.0.1";
    private static final String KEY = "Idempotency-Key";
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "keep-alive", "transfer-encoding", "content-length");

    /// Connections that break are what this is about. Kept, or a level set on it is forgotten.
    private static final Logger LIBRARY = Logger.getLogger("io.vertx");

    private static final String SHORT_LEASES =
            """
            CREATE FUNCTION process.short_lease() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                NEW.lease_until := least(NEW.lease_until, clock_timestamp() + interval '2 s');
                RETURN NEW;
            END
            $$;
            CREATE TRIGGER short_lease BEFORE INSERT OR UPDATE ON process.run
                FOR EACH ROW EXECUTE FUNCTION process.short_lease();
            """;

    private final Sabotage sabotage;
    private final int erpDoor;
    private final int systemDoor;
    private final AtomicLong sent = new AtomicLong();
    private @Nullable Vertx vertx;

    Saboteur(Sabotage sabotage, int portBase) {
        this.sabotage = sabotage;
        this.erpDoor = portBase + 86;
        this.systemDoor = portBase + 87;
    }

    /// The process tier calls through here, where there is something to be lost on the way.
    Tuning tuning(Tuning usual) {
        return sabotage.losesKeys()
                ? usual.with(Part.PROCESS_APIS, "interlock.targets.erp.url", url(erpDoor))
                        .with(Part.PROCESS_APIS, "interlock.targets.system.url", url(systemDoor))
                : usual;
    }

    private static String url(int port) {
        return "http://%s:%d".formatted(HOST, port);
    }

    void begin(Ports ports) {
        if (sabotage.losesKeys()) {
            LIBRARY.setLevel(Level.OFF);
            Vertx made = Vertx.vertx();
            vertx = made;
            open(made, erpDoor, ports.erpProxy());
            open(made, systemDoor, ports.systemApis());
        }
        if (sabotage.shortensLeases()) {
            try (Books books = Books.open(ports.postgres())) {
                books.execute(SHORT_LEASES);
            }
        }
    }

    private void open(Vertx on, int door, int behind) {
        HttpClient client =
                on.createHttpClient(
                        new HttpClientOptions()
                                .setDefaultHost(HOST)
                                .setDefaultPort(behind)
                                .setMaxPoolSize(200));
        on.createHttpServer()
                .requestHandler(
                        request -> request.body().onSuccess(body -> pass(client, request, body)))
                .listen(door, HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void pass(HttpClient client, HttpServerRequest request, Buffer body) {
        client.request(request.method(), request.uri())
                .compose(onward -> {
                    copy(request.headers(), onward.headers());
                    String key = onward.headers().get(KEY);
                    if (key != null) {
                        onward.putHeader(KEY, "%s-%d".formatted(key, sent.incrementAndGet()));
                    }
                    if (sabotage.losesFences()) {
                        onward.headers().remove("Interlock-Fence");
                    }
                    return onward.send(body);
                })
                .compose(answer ->
                        answer.body()
                                .map(content -> {
                                    request.response().setStatusCode(answer.statusCode());
                                    copy(answer.headers(), request.response().headers());
                                    return content;
                                }))
                .onSuccess(content -> request.response().end(content))
                .onFailure(_ -> request.connection().close());
    }

    private static void copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                to.add(name, value);
            }
        });
    }

    void end() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
