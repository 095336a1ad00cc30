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
import java.util.concurrent.ConcurrentHashMap;

/// Access tokens of the sandbox's clients and people from the real Keycloak, kept while they last.
public final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Each of Keycloak's connections that its database broke costs whoever meets it an answer.
    private static final int MOST_AGAIN = 30;

    private final URI endpoint;
    private final HttpClient client;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, long until) {}

    public Tokens(URI endpoint, HttpClient client, InstantSource clock) {
        this.endpoint = endpoint;
        this.client = client;
        this.clock = clock;
    }

    /// Of a client: its secret is its id followed by `-secret`.
    public String ofClient(String id) {
        return token(
                id,
                "grant_type=client_credentials&client_id=%1$s&client_secret=%1$s-secret"
                        .formatted(id));
    }

    /// Of a client that has a key and no secret.
    public String ofClient(ClientKey key) {
        return token(
                key.client(),
                "grant_type=client_credentials&client_id=%s&client_assertion_type=%s&client_assertion=%s"
                        .formatted(
                                key.client(),
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                key.assertion(
                                        endpoint.resolve("/realms/interlock"), clock.instant())));
    }

    /// Of a person, as a script gets it; people themselves come through the browser.
    public String ofPerson(String name) {
        return token(
                name,
                "grant_type=password&client_id=interlock-console&username=%1$s&password=%1$s"
                        .formatted(name));
    }

    /// However many ask at the same moment, one of them fetches it.
    private String token(String who, String form) {
        return kept.compute(
                        who,
                        (_, known) ->
                                known == null || known.until < clock.millis()
                                        ? fetch(who, form)
                                        : known)
                .token;
    }

    private Kept fetch(String who, String form) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            for (int again = 0; again < MOST_AGAIN && response.statusCode() >= 500; again++) {
                Thread.sleep(PAUSE);
                response = client.send(request, BodyHandlers.ofString());
            }
            JsonObject json = new JsonObject(response.body());
            if (response.statusCode() != 200) {
                throw new SandboxFailure(
                        "Keycloak gives %s no token: %s."
                                .formatted(who, json.getString("error_description")));
            }
            long lasts = Duration.ofSeconds(json.getLong("expires_in")).minus(MARGIN).toMillis();
            return new Kept(json.getString("access_token"), clock.millis() + lasts);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "Keycloak does not answer on %s: see ./interlock status.".formatted(endpoint),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("Interrupted while asking Keycloak.", e);
        }
    }
}
