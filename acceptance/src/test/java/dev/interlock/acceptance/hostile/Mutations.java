package dev.interlock.acceptance.hostile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Turns a body that is right into one that is wrong, in all the ways callers have shown.
final class Mutations {
    private static final List<String> DOCUMENTS =
            List.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    "{}",
                    "{}}",
                    "{\"a\": 1, \"a\": 2}",
                    "\"x\"",
                    "7",
                    "{\"description\": \"\\",
                    "[".repeat(100),
                    "{\"a\":".repeat(70) + "1" + "}".repeat(70),
                    "\u0000",
                    "{} {}",
                    "{\"description\": \"\\ud800\"}",
                    "{\"itemId\": 1e400000}");

    private final Random random;
    private final Values values;

    Mutations(Random random, Values values) {
        this.random = random;
        this.values = values;
    }

    String of(Object body) {
        if (!(body instanceof JsonObject object) || random.nextInt(12) == 0) {
            return values.any(DOCUMENTS);
        }
        for (var i = random.nextInt(3); i >= 0; i--) {
            mutate(object);
        }
        var text = object.encode();
        return random.nextInt(20) == 0 ? damaged(text) : text;
    }

    private void mutate(JsonObject body) {
        var containers = new ArrayList<Object>();
        collect(body, containers);
        switch (values.any(containers)) {
            case JsonObject object when !object.isEmpty() -> {
                var name = values.any(List.copyOf(object.fieldNames()));
                switch (random.nextInt(6)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.put("unheardOf", values.wrong());
                    case 2 -> object.putNull(name);
                    default -> object.put(name, values.wrong());
                }
            }
            case JsonArray array when !array.isEmpty() ->
                    array.set(random.nextInt(array.size()), values.wrong());
            default -> body.put("unheardOf", 1);
        }
    }

    /// Cut off, or with one character too many, or a member that stands twice.
    private String damaged(String text) {
        var at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 ->
                    text.substring(0, at)
                            + values.any(List.of("\"", "{", "]", "\t", "\u0001"))
                            + text.substring(at);
            default -> "{\"plant\":1," + text.substring(1, text.length() - 1) + ",\"plant\":1}";
        };
    }

    private static void collect(Object node, List<Object> into) {
        switch (node) {
            case JsonObject object -> {
                into.add(object);
                object.forEach(member -> collect(member.getValue(), into));
            }
            case JsonArray array -> {
                into.add(array);
                array.forEach(element -> collect(element, into));
            }
            case null, default -> {}
        }
    }
}
