package dev.interlock.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Turns a body that is right into one that is wrong, in all the ways callers have shown.
final class Mutations {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1.5",
                    "1e400000",
                    "99999999999999999999",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"2026-02-30\"",
                    "\"+999999999-12-31\"",
                    "\"PT999999999999H\"",
                    "\"P1Y\"",
                    "\"a/b\"",
                    "\"../../x\"",
                    "\"'; DROP TABLE item; --\"",
                    "\"%00\"",
                    "\"999999999999999999.999999999\"",
                    "\"-0.000000001\"",
                    "\"1E10\"",
                    "\"NaN\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "{\"a\": 1}",
                    "\"EA\"",
                    "\"DATE\"",
                    "\"RELEASED\"",
                    "\"ÄÖ😀\"",
                    "\"" + "x".repeat(300) + "\"");

    private static final List<String> DOCUMENTS =
            List.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    "{}}",
                    "{\"a\": 1, \"a\": 2}",
                    "\"x\"",
                    "7",
                    "{\"description\": \"\\",
                    "[".repeat(100),
                    "\u0000",
                    "{} {}");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    String of(String body) {
        if (random.nextInt(12) == 0) {
            return DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
        }
        try {
            var tree = MAPPER.readTree(body);
            for (var i = random.nextInt(3); i >= 0; i--) {
                mutate(tree);
            }
            return MAPPER.writeValueAsString(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String value() {
        return VALUES.get(random.nextInt(VALUES.size())).replace("\"", "");
    }

    private void mutate(JsonNode tree) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        collect(tree, nodes);
        var node = nodes.get(random.nextInt(nodes.size()));
        var value = MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
        switch (node) {
            case ObjectNode object when !object.isEmpty() -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                var name = names.get(random.nextInt(names.size()));
                switch (random.nextInt(5)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set("unheardOf", value);
                    default -> object.set(name, value);
                }
            }
            case ArrayNode array when !array.isEmpty() ->
                    array.set(random.nextInt(array.size()), value);
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
