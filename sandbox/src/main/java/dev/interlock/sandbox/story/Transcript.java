package dev.interlock.sandbox.story;

import dev.interlock.sandbox.api.Exchange;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// A point of what was just shown.
    void point(String text) {
        out.println("  - " + text);
    }

    /// Shows the members named between blanks, as [Compact] picks them; none named shows all.
    Exchange show(Exchange exchange, String members) {
        out.printf("> %s %s   as %s%n", exchange.method(), exchange.uri(), exchange.who());
        JsonObject request = exchange.request();
        if (request != null) {
            out.println(indented(Compact.text(request)));
        }
        out.printf(
                Locale.ROOT,
                "< %d   %.2f s%n",
                exchange.status(),
                exchange.took().toMillis() / 1e3);
        if (!exchange.text().isBlank()) {
            JsonObject shown =
                    members.isBlank()
                            ? exchange.body()
                            : Compact.pick(exchange.body(), Set.of(members.strip().split("\\s+")));
            out.println(indented(Compact.text(shown)));
        }
        out.flush();
        return exchange;
    }

    private static String indented(String text) {
        return text.lines()
                .map(line -> "  " + line)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
