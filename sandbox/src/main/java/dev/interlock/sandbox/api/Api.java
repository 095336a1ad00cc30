package dev.interlock.sandbox.api;

import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends requests to the gateway and the plant on behalf of the sandbox's clients.
public final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Endpoints endpoints;
    private final Tokens tokens;

    public Api(Endpoints endpoints, InstantSource clock) {
        this.endpoints = endpoints;
        this.tokens = new Tokens(endpoints.tokens(), client, clock);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// As a client of the realm; the tier is told by the path's first word.
    public Exchange send(
            String clientId,
            String method,
            String path,
            @Nullable JsonObject body,
            Map<String, String> headers) {
        return exchange(
                clientId,
                method,
                tier(path).resolve(path),
                body,
                headers,
                tokens.ofClient(clientId));
    }

    public Exchange get(String clientId, String path) {
        return send(clientId, "GET", path, null, Map.of());
    }

    /// To the plant's control port, which asks for no token.
    public Exchange plant(String method, String path, @Nullable JsonObject body) {
        return exchange("you", method, endpoints.plant().resolve(path), body, Map.of(), null);
    }

    private URI tier(String path) {
        return switch (path.split("/", 3)[1]) {
            case "system" -> endpoints.systemApis();
            case "process" -> endpoints.processApis();
            case "partner" -> endpoints.partnerApis();
            default -> throw new IllegalArgumentException(path);
        };
    }

    private Exchange exchange(
            String who,
            String method,
            URI uri,
            @Nullable JsonObject body,
            Map<String, String> headers,
            @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.encode()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        long begin = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new Exchange(
                    who,
                    method,
                    uri,
                    body,
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    took);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s %s got no answer: see ./interlock status.".formatted(method, uri), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("Interrupted during %s %s.".formatted(method, uri), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
