package dev.interlock.sandbox.plant;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/// Calls the plant as an adapter would.
final class PlantClient implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    HttpResponse<String> put(int port, String path, JsonObject body) throws IOException {
        return send("PUT", port, path, body, UUID.randomUUID().toString());
    }

    HttpResponse<String> post(int port, String path, JsonObject body) throws IOException {
        return send("POST", port, path, body, UUID.randomUUID().toString());
    }

    HttpResponse<String> get(int port, String path) throws IOException {
        return send("GET", port, path, new JsonObject(), "");
    }

    HttpResponse<String> delete(int port, String path) throws IOException {
        return send("DELETE", port, path, new JsonObject(), "");
    }

    HttpResponse<String> send(String method, int port, String path, JsonObject body, String key)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(3))
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.encode()));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
