package dev.interlock.partner;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.sandbox.SandboxDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL, and the two tiers below as one server: it knows one order and one notice of
/// ACME, and remembers for whom it was asked.
public class TiersBelow implements QuarkusTestResourceLifecycleManager {
    static final List<String> ASKED_FOR = new CopyOnWriteArrayList<>();

    /// One request that came down.
    record Came(String method, String path, Headers headers, byte[] body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    static final List<Came> CAME = new CopyOnWriteArrayList<>();

    /// How often Keycloak was asked for its keys.
    static final AtomicInteger KEYS_ASKED = new AtomicInteger();

    /// What the next write is answered with.
    static volatile int status = 201;

    static volatile String answer = "{}";
    static final Map<String, String> HEADERS = new ConcurrentHashMap<>();

    static void nextWriteIsAnswered(int withStatus, String withBody) {
        status = withStatus;
        answer = withBody;
    }

    static void forget() {
        ASKED_FOR.clear();
        CAME.clear();
        HEADERS.clear();
        nextWriteIsAnswered(201, "{}");
    }

    private static final String ORDER =
            """
            {"orderNumber": "4500001", "supplierId": "ACME", "plant": "1000", "currency": "EUR", "status": "ORDERED",
             "orderedOn": "2026-11-01", "version": 3, "lines": [{"line": 10, "itemId": "HS-1200",
             "supplierItemId": "ACME-77", "quantity": {"value": "50", "unit": "EA"}, "requestedOn": "2026-12-01",
             "price": {"amount": "12.30", "currency": "EUR"}}]}\
            """;

    private static final String FILE =
            """
            {"attachmentId": "AT-1", "correctiveActionId": "CA-1", "filename": "photo 1.png", "mediaType": "image/png", "size": 8,
             "sha256": "00", "discipline": "D3", "side": "SUPPLIER", "uploadedAt": "2026-11-22T10:00:00Z", "by": "plant-internal"}\
            """;

    private static final String NOTICE =
            """
            {"supplierId": "ACME", "changeNumber": "ECO-7", "changeVersion": 1, "title": "New housing for GB-4711",
             "effectivity": {"kind": "IMMEDIATE"}, "issuedAt": "2026-11-22T10:00:00Z",
             "parts": [{"itemId": "HS-1200", "supplierItemId": "ACME-77", "effect": "REMOVED"}]}\
            """;

    private @Nullable HttpServer server;
    private @Nullable SandboxDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            var started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", TiersBelow::serve);
            started.start();
            server = started;
            var url = "http://127.0.0.1:" + started.getAddress().getPort();
            var startedDatabase = SandboxDatabase.ephemeral();
            database = startedDatabase;
            var settings = new HashMap<>(startedDatabase.settings("partner"));
            settings.put("interlock.targets.system.url", url);
            settings.put("interlock.targets.process.url", url);
            settings.put("quarkus.oidc-client.auth-server-url", url);
            settings.put("quarkus.oidc.auth-server-url", url + "/realms/interlock");
            settings.put("quarkus.oidc.token.issuer", SigningKey.ISSUER);
            return settings;
        } catch (IOException e) {
            throw new IllegalStateException("the tiers below could not be started", e);
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300}");
            return;
        }
        if (path.endsWith("/certs")) {
            KEYS_ASKED.incrementAndGet();
            answer(exchange, 200, SigningKey.jwks());
            return;
        }
        ASKED_FOR.add(String.valueOf(exchange.getRequestHeaders().getFirst("Interlock-Supplier")));
        var method = exchange.getRequestMethod();
        if (!method.equals("GET")) {
            CAME.add(
                    new Came(
                            method,
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes()));
            HEADERS.forEach(exchange.getResponseHeaders()::add);
            answer(exchange, status, answer);
            return;
        }
        switch (path) {
            case "/system/v1/purchase-orders/4500001" -> answer(exchange, 200, ORDER);
            case "/system/v1/purchase-orders" ->
                    answer(
                            exchange,
                            200,
                            "{\"items\": [" + ORDER + "], \"nextCursor\": \"bmV4dA\"}");
            case "/system/v1/corrective-actions/CA-1/attachments" ->
                    answer(exchange, 200, "{\"items\": [" + FILE + "]}");
            case "/process/v1/supplier-notices/ECO-7" -> answer(exchange, 200, NOTICE);
            case "/process/v1/supplier-notices" ->
                    answer(exchange, 503, "{\"code\":\"unavailable\"}");
            default -> answer(exchange, 404, "{\"code\":\"not-found\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        if (database != null) {
            database.close();
        }
    }
}
