package dev.interlock.sandbox.story;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a story prints: a sentence, the request, the answer with the members that matter.
final class Transcript {
    private final PrintStream out;

    Transcript(PrintStream out) {
        this.out = out;
    }

    void title(String title) {
        out.printf("%n%s%n%s%n", title, "=".repeat(title.length()));
    }

    void say(String sentence) {
        out.printf("%n# %s%n", sentence);
    }

    /// The members are shown wherever they stand in the answer; without any, the whole answer is.
    Exchange show(Exchange exchange, String... members) {
        out.printf("> %s %s   as %s%n", exchange.method(), exchange.uri(), exchange.who());
        JsonObject request = exchange.request();
        if (request != null) {
            out.println(indented(request.encode()));
        }
        out.printf(
                Locale.ROOT,
                "< %d   %.2f s%n",
                exchange.status(),
                exchange.took().toMillis() / 1e3);
        if (!exchange.text().isBlank()) {
            Object shown =
                    members.length == 0
                            ? exchange.body()
                            : picked(exchange.body(), Set.of(members));
            out.println(indented(pretty(shown)));
        }
        out.flush();
        return exchange;
    }

    private static String pretty(Object json) {
        return json instanceof JsonObject object ? object.encodePrettily() : String.valueOf(json);
    }

    private static JsonObject picked(JsonObject from, Set<String> members) {
        JsonObject picked = new JsonObject();
        from.forEach(entry -> {
            Object value = kept(entry.getValue(), members, members.contains(entry.getKey()));
            if (value != null) {
                picked.put(entry.getKey(), value);
            }
        });
        return picked;
    }

    /// What is left of a value: objects and lists of objects are looked into, anything else stays
    /// only where it is named.
    private static @Nullable Object kept(
            @Nullable Object value, Set<String> members, boolean named) {
        if (value instanceof JsonObject object) {
            JsonObject inside = picked(object, members);
            return inside.isEmpty() ? null : inside;
        }
        if (value instanceof JsonArray array
                && array.stream().anyMatch(JsonObject.class::isInstance)) {
            JsonArray inside = new JsonArray();
            array.stream()
                    .map(each -> picked((JsonObject) each, members))
                    .filter(each -> !each.isEmpty())
                    .forEach(inside::add);
            return inside.isEmpty() ? null : inside;
        }
        return named ? value : null;
    }

    private static String indented(String text) {
        return text.lines()
                .map(line -> "  " + line)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
