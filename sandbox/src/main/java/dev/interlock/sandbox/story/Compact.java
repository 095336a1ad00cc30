package dev.interlock.sandbox.story;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JSON for reading: only the members asked for, and what fits on a line stays on one.
final class Compact {
    private static final int WIDTH = 120;
    private static final String STEP = "  ";

    private Compact() {}

    /// Members are named from the top: `status`, `targets.status`; a member that holds an object is
    /// kept whole when it is named itself.
    static JsonObject pick(JsonObject from, Set<String> members) {
        return pick(from, "", members);
    }

    private static JsonObject pick(JsonObject from, String above, Set<String> members) {
        JsonObject picked = new JsonObject();
        from.forEach(entry -> {
            String path = above + entry.getKey();
            Object value =
                    members.contains(path)
                            ? entry.getValue()
                            : inside(entry.getValue(), path + ".", members);
            if (value != null) {
                picked.put(entry.getKey(), value);
            }
        });
        return picked;
    }

    private static @Nullable Object inside(
            @Nullable Object value, String above, Set<String> members) {
        if (members.stream().noneMatch(member -> member.startsWith(above))) {
            return null;
        }
        if (value instanceof JsonObject object) {
            return pick(object, above, members);
        }
        if (value instanceof JsonArray array) {
            JsonArray picked = new JsonArray();
            array.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(each -> pick((JsonObject) each, above, members))
                    .filter(each -> !each.isEmpty())
                    .forEach(picked::add);
            return picked;
        }
        return null;
    }

    static String text(Object json) {
        return text(json, "");
    }

    private static String text(@Nullable Object json, String indent) {
        String line = Json.encode(json);
        if (indent.length() + line.length() <= WIDTH
                || !(json instanceof JsonObject || json instanceof JsonArray)) {
            return line;
        }
        List<String> parts = new ArrayList<>();
        if (json instanceof JsonObject object) {
            object.forEach(entry ->
                    parts.add(
                            indent
                                    + STEP
                                    + Json.encode(entry.getKey())
                                    + ": "
                                    + text(entry.getValue(), indent + STEP)));
            return "{\n" + String.join(",\n", parts) + "\n" + indent + "}";
        }
        ((JsonArray) json).forEach(each -> parts.add(indent + STEP + text(each, indent + STEP)));
        return "[\n" + String.join(",\n", parts) + "\n" + indent + "]";
    }
}
