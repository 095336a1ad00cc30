package dev.interlock.sandbox.sample;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/// The few JSON shapes that sample records share.
final class Json {
    private Json() {}

    static JsonObject quantity(String value, String unit) {
        return JsonObject.of("value", value, "unit", unit);
    }

    static JsonObject since(String date) {
        return JsonObject.of("kind", "DATE", "from", date);
    }

    static JsonArray array(Collection<JsonObject> objects) {
        return new JsonArray(List.copyOf(objects));
    }
}
