package dev.interlock.acceptance.hostile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Values for what a schema describes: ones that are right, with the names of things that stand in
/// the seeded plant, and ones that nobody should send.
final class Values {
    private static final int DEEPEST = 6;

    private static final List<Object> WRONG =
            List.of(
                    true,
                    -1,
                    0,
                    1.5,
                    1e300,
                    Long.MAX_VALUE,
                    "",
                    " ",
                    "\u0000",
                    "\ud800",
                    "2026-02-30",
                    "+999999999-12-31",
                    "0000-00-00T00:00:00Z",
                    "PT999999999999H",
                    "P1Y",
                    "a/b",
                    "../../x",
                    "'; DROP TABLE item; --",
                    "%00",
                    "%s%n${jndi:x}",
                    "999999999999999999.999999999",
                    "-0.000000001",
                    "1E10",
                    "NaN",
                    "ÄÖ😀",
                    "x".repeat(300),
                    new JsonArray(),
                    new JsonObject(),
                    JsonArray.of((Object) null),
                    JsonArray.of(new JsonArray()),
                    JsonObject.of("a", 1));

    /// By the name of the member or parameter.
    private static final Map<String, List<String>> STANDING =
            Map.ofEntries(
                    Map.entry("itemId", List.of("SEED-A-0000010", "SEED-P-0000041")),
                    Map.entry("componentId", List.of("SEED-P-0000042")),
                    Map.entry("parentId", List.of("SEED-A-0000010")),
                    Map.entry("revision", List.of("A", "B")),
                    Map.entry("toRevision", List.of("B")),
                    Map.entry("fromRevision", List.of("A")),
                    Map.entry("plant", List.of("9000")),
                    Map.entry("supplierId", List.of("SEED-01")),
                    Map.entry("workCenterId", List.of("CELL-03")),
                    Map.entry("orderNumber", List.of("SEED-PP-000001", "SEED-MM-000001")),
                    Map.entry("changeNumber", List.of("ECO-9001")),
                    Map.entry("location", List.of("MAIN")),
                    Map.entry("unit", List.of("EA")),
                    Map.entry("baseUnit", List.of("EA")),
                    Map.entry("value", List.of("1", "2.5", "1000")),
                    Map.entry("currency", List.of("EUR")),
                    Map.entry("timeZone", List.of("Europe/Berlin")));

    private final Random random;
    private final JsonObject schemas;

    Values(Random random, JsonObject schemas) {
        this.random = random;
        this.schemas = schemas;
    }

    Object wrong() {
        var wrong = any(WRONG);
        return wrong instanceof Shareable json ? json.copy() : wrong;
    }

    /// What the schema allows, as far as a schema tells it.
    Object right(String name, JsonObject schema, int depth) {
        var described = resolved(schema);
        if (described.containsKey("enum")) {
            return any(described.getJsonArray("enum").stream().toList());
        }
        return switch (type(described)) {
            case "object" -> object(described, depth);
            case "array" -> array(name, described, depth);
            case "integer", "number" -> 10 * (1 + random.nextInt(3));
            case "boolean" -> random.nextBoolean();
            default -> text(name, described);
        };
    }

    private JsonObject object(JsonObject schema, int depth) {
        var made = new JsonObject();
        var required = schema.getJsonArray("required", new JsonArray());
        schema.getJsonObject("properties", new JsonObject())
                .forEach(property -> {
                    var name = property.getKey();
                    if (depth < DEEPEST && (required.contains(name) || random.nextInt(3) > 0)) {
                        made.put(name, right(name, (JsonObject) property.getValue(), depth + 1));
                    }
                });
        return made;
    }

    private JsonArray array(String name, JsonObject schema, int depth) {
        var made = new JsonArray();
        for (var i = 1 + random.nextInt(2); i > 0 && depth < DEEPEST; i--) {
            made.add(right(name, schema.getJsonObject("items", new JsonObject()), depth + 1));
        }
        return made;
    }

    private String text(String name, JsonObject schema) {
        if (STANDING.containsKey(name)) {
            return any(STANDING.get(name));
        }
        return switch (schema.getString("format", "")) {
            case "date" -> "2027-01-%02d".formatted(1 + random.nextInt(28));
            case "date-time" -> "2026-12-%02dT10:00:00Z".formatted(1 + random.nextInt(28));
            case "duration" -> "PT%dM".formatted(1 + random.nextInt(90));
            case "uri" -> "https://plm.example/x";
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> any(List.of("X", "1", "10", "DATE", "RECEIPT", "A"));
        };
    }

    private String type(JsonObject schema) {
        var type = schema.getValue("type");
        if (type instanceof JsonArray several) {
            return String.valueOf(several.getValue(0));
        }
        return type == null
                ? (schema.containsKey("properties") ? "object" : "string")
                : type.toString();
    }

    private JsonObject resolved(JsonObject schema) {
        var now = schema;
        for (var i = 0; i < DEEPEST; i++) {
            var options = options(now);
            if (now.containsKey("$ref")) {
                var name = now.getString("$ref");
                now = schemas.getJsonObject(name.substring(name.lastIndexOf('/') + 1));
            } else if (!options.isEmpty()) {
                now = (JsonObject) any(options);
            }
        }
        return now;
    }

    private static List<?> options(JsonObject schema) {
        for (var keyword : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.containsKey(keyword)) {
                var all = schema.getJsonArray(keyword).stream().toList();
                return keyword.equals("allOf") ? all.subList(0, 1) : all;
            }
        }
        return List.of();
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
