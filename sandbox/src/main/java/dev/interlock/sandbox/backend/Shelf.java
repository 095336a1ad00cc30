package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Documents by key, as a back end stores them.
final class Shelf {
    private final Map<String, JsonObject> documents = new TreeMap<>();

    @Nullable JsonObject get(String key) {
        return documents.get(key);
    }

    void put(String key, JsonObject document) {
        documents.put(key, document);
    }

    void remove(String key) {
        documents.remove(key);
    }

    Map<String, JsonObject> all() {
        return documents;
    }

    /// Answers a PUT that may overwrite: 201 when new, 200 when something stood, no effect when the
    /// same stood.
    Answer store(String key, JsonObject document, String effect) {
        JsonObject standing = documents.put(key, document);
        if (standing == null) {
            return Answer.done(201, document, effect, key);
        }
        return standing.equals(document)
                ? Answer.of(200, document)
                : Answer.done(200, document, effect, key);
    }

    Answer find(String what, String key) {
        JsonObject document = documents.get(key);
        return document == null ? Answer.unknown(what, key) : Answer.of(200, document);
    }

    JsonObject memory() {
        JsonObject json = new JsonObject();
        documents.forEach(json::put);
        return json;
    }

    void recall(@Nullable JsonObject memory) {
        documents.clear();
        if (memory != null) {
            memory.forEach(entry -> documents.put(entry.getKey(), (JsonObject) entry.getValue()));
        }
    }
}
