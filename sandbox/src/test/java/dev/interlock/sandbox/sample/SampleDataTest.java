package dev.interlock.sandbox.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.sandbox.api.Endpoints;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private final Map<String, JsonObject> documents = new ConcurrentHashMap<>();
    private final Map<String, List<JsonObject>> facts = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private HttpServer tier;
    private Endpoints endpoints;

    @BeforeEach
    void open() throws IOException {
        tier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tier.createContext(
                "/realms",
                exchange ->
                        answer(
                                exchange,
                                200,
                                JsonObject.of("access_token", "t", "expires_in", 300)));
        tier.createContext("/system", this::serve);
        tier.start();
        URI here = URI.create("http://127.0.0.1:" + tier.getAddress().getPort());
        endpoints = new Endpoints(here, here, here, here, here);
    }

    @AfterEach
    void close() {
        tier.stop(0);
    }

    @Test
    void changesNothingWhenItIsLoadedAgainOnALaterDay() {
        int first = new SampleData(endpoints, on("2026-11-22")).load();
        int again = new SampleData(endpoints, on("2027-03-01")).load();

        assertThat(first).isGreaterThan(100).isEqualTo(writes.get());
        assertThat(again).isZero();
    }

    @Test
    void describesAGearboxOfAtLeastTwelveItemsInTwoLevels() {
        new SampleData(endpoints, on("2026-11-22")).load();

        JsonObject gearbox = documents.get("/system/v1/items/GB-4711/revisions/B/boms/1000");
        JsonObject shaft = documents.get("/system/v1/items/SH-3310/revisions/A/boms/2000");
        assertThat(gearbox).isNotNull();
        assertThat(gearbox.getJsonArray("lines")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(shaft).isNotNull();
        JsonObject old = documents.get("/system/v1/items/GB-4711/revisions/A");
        assertThat(String.valueOf(old)).contains("OBSOLETE");
    }

    /// Stores what is put and posted, as the system tier would, and knows nothing else of it.
    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, path);
            case "PUT" -> {
                writes.incrementAndGet();
                documents.put(path, new JsonObject(text));
                answer(exchange, 201, new JsonObject(text));
            }
            default -> {
                writes.incrementAndGet();
                post(path, new JsonObject(text));
                answer(exchange, 201, new JsonObject(text));
            }
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        if (documents.containsKey(path)) {
            answer(exchange, 200, documents.get(path));
        } else if (path.endsWith("/movements") || path.endsWith("/holds")) {
            answer(
                    exchange,
                    200,
                    JsonObject.of(
                            "items",
                            new JsonArray(List.copyOf(facts.getOrDefault(path, List.of())))));
        } else {
            answer(exchange, 404, JsonObject.of("status", 404));
        }
    }

    private void post(String path, JsonObject body) {
        if (path.endsWith("/lot-assignments")) {
            JsonObject order =
                    Objects.requireNonNull(documents.get(path.replace("/lot-assignments", "")));
            order.getJsonArray("components")
                    .add(
                            JsonObject.of(
                                    "position",
                                    body.getInteger("position"),
                                    "lots",
                                    body.getJsonArray("lots")));
        } else if (body.containsKey("orderNumber")) {
            documents.put(
                    path + "/" + body.getString("orderNumber"),
                    body.put("components", new JsonArray()));
        } else {
            facts.computeIfAbsent(path, _ -> new ArrayList<>()).add(body);
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonObject body)
            throws IOException {
        byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static InstantSource on(String day) {
        return InstantSource.fixed(Instant.parse(day + "T08:00:00Z"));
    }
}
