package dev.interlock.sandbox.seed;

import io.vertx.core.json.JsonObject;
import java.util.function.IntFunction;

/// Writes that need nothing of each other: they go out side by side, once the waves before them
/// stand.
record Wave(String name, int size, IntFunction<Write> writes) {
    /// A document under its own path, or something posted once under a key that never changes.
    record Write(String method, String path, JsonObject body, String key) {
        static Write put(String path, JsonObject body) {
            return new Write("PUT", path, body, "");
        }

        static Write post(String path, JsonObject body, String key) {
            return new Write("POST", path, body, key);
        }
    }
}
