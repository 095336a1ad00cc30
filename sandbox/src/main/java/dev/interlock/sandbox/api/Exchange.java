package dev.interlock.sandbox.api;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One request and its answer.
public record Exchange(
        String who,
        String method,
        URI uri,
        @Nullable JsonObject request,
        int status,
        HttpHeaders headers,
        String text,
        Duration took) {
    /// The answer's JSON; empty when it has none.
    public JsonObject body() {
        try {
            return text.isBlank() ? new JsonObject() : new JsonObject(text);
        } catch (DecodeException _) {
            return new JsonObject();
        }
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public @Nullable String etag() {
        return headers.firstValue("ETag").orElse(null);
    }

    /// What was refused and why, in one line.
    public String problem() {
        String detail = body().getString("detail", body().getString("title", text.strip()));
        String violations =
                body().containsKey("violations")
                        ? " " + body().getJsonArray("violations").encode()
                        : "";
        return "%s %s answered %d: %s%s".formatted(method, uri, status, detail, violations);
    }
}
