package dev.interlock.sandbox.sample;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Exchange;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Brings sample records into the system tier, each only if it does not stand.
final class SampleLoader {
    private static final String CLIENT = "integration-tests";

    private final Api api;
    private int written;

    SampleLoader(Api api) {
        this.api = api;
    }

    /// Returns how many had to be written.
    int load(List<? extends SampleRecord> records) {
        written = 0;
        for (SampleRecord each : records) {
            switch (each) {
                case SampleRecord.Document document -> load(document);
                case SampleRecord.Fact fact -> load(fact);
                case SampleRecord.Change change -> load(change);
            }
        }
        return written;
    }

    private void load(SampleRecord.Document document) {
        Exchange standing = look(document.path());
        // Version 0 is what a list answers that nobody has written yet.
        if (standing.status() == 404 || "\"0\"".equals(standing.etag())) {
            write("PUT", document.path(), document.body(), Map.of());
        }
    }

    private void load(SampleRecord.Fact fact) {
        if (!stands(fact)) {
            write(
                    "POST",
                    fact.path(),
                    fact.body(),
                    Map.of("Idempotency-Key", "sample-data-" + fact.name()));
        }
    }

    private boolean stands(SampleRecord.Fact fact) {
        Exchange page = look(fact.look());
        while (!stands(fact, page)) {
            String cursor = page.body().getString("nextCursor");
            if (cursor == null) {
                return false;
            }
            page =
                    look(
                            fact.look()
                                    + "&cursor="
                                    + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return true;
    }

    private static boolean stands(SampleRecord.Fact fact, Exchange page) {
        JsonArray items = page.body().getJsonArray("items");
        return items == null
                ? page.succeeded() && fact.stands().test(page.body())
                : items.stream().anyMatch(item -> fact.stands().test((JsonObject) item));
    }

    private void load(SampleRecord.Change change) {
        Exchange standing = look(change.path());
        if (!change.value().equals(standing.body().getString(change.member()))) {
            String etag = Objects.requireNonNullElse(standing.etag(), "*");
            write("PUT", change.path(), change.body(), Map.of("If-Match", etag));
        }
    }

    private Exchange look(String path) {
        Exchange standing = api.get(CLIENT, path);
        if (!standing.succeeded() && standing.status() != 404) {
            throw refused(standing);
        }
        return standing;
    }

    private void write(String method, String path, JsonObject body, Map<String, String> headers) {
        Exchange answer = api.send(CLIENT, method, path, body, headers);
        if (!answer.succeeded()) {
            throw refused(answer);
        }
        written++;
    }

    private static SandboxFailure refused(Exchange exchange) {
        return new SandboxFailure("The sample data is refused: %s".formatted(exchange.problem()));
    }
}
