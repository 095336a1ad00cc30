package dev.interlock.sandbox.plant;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every effect that was performed, in order: what a test counts.
final class Effects {
    private static final int KEPT = 200_000;

    private final InstantSource clock;
    private final Runnable changed;
    private final Deque<JsonObject> performed = new ArrayDeque<>();
    private long forgotten;

    Effects(InstantSource clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    void record(Target target, String operation, String effectKey, String businessKey) {
        JsonObject effect = JsonObject.of("system", target.system());
        if (!target.plant().isEmpty()) {
            effect.put("plant", target.plant());
        }
        performed.add(
                effect.put("operation", operation)
                        .put("effectKey", effectKey)
                        .put("businessKey", businessKey)
                        .put("at", clock.instant().toString()));
        if (performed.size() > KEPT) {
            performed.removeFirst();
            forgotten++;
        }
        changed.run();
    }

    /// Those whose members equal every given value; `forgotten` counts the oldest, given up to
    /// bound the memory.
    JsonObject list(Map<String, String> wanted) {
        JsonArray items = new JsonArray();
        performed.stream()
                .filter(effect ->
                        wanted.entrySet().stream()
                                .allMatch(each ->
                                        each.getValue().equals(effect.getString(each.getKey()))))
                .forEach(items::add);
        return JsonObject.of("items", items, "count", items.size(), "forgotten", forgotten);
    }

    void clear() {
        performed.clear();
        forgotten = 0;
        changed.run();
    }

    JsonArray memory() {
        JsonArray memory = new JsonArray();
        performed.forEach(memory::add);
        return memory;
    }

    void recall(@Nullable JsonArray memory) {
        performed.clear();
        if (memory != null) {
            memory.forEach(effect -> performed.add((JsonObject) effect));
        }
    }
}
