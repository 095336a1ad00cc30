package dev.interlock.benchmark.crash;

import io.vertx.core.json.JsonObject;

/// One thing that a system of the plant did: which, and under which effect key.
record Effect(String target, String deed, String key) {
    static Effect of(JsonObject json) {
        String plant = json.getString("plant", "");
        String target = json.getString("system") + (plant.isEmpty() ? "" : ":" + plant);
        return new Effect(
                target,
                "%s %s %s"
                        .formatted(
                                target, json.getString("operation"), json.getString("businessKey")),
                json.getString("effectKey"));
    }
}
