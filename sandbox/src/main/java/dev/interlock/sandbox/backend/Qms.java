package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;

/// A quality system: inspection plans by plant, item and revision.
public final class Qms implements BackEnd {
    private final Shelf plans = new Shelf();

    @Override
    public Answer answer(Call call) {
        if (call.is("PUT", "plans", "*", "*", "*")) {
            return plans.store(plan(call), call.body(), "STORE_PLAN");
        }
        if (call.is("GET", "plans", "*", "*", "*")) {
            return plans.find("plan", plan(call));
        }
        return Answer.unknown("path", call.path());
    }

    private static String plan(Call call) {
        return String.join("/", call.segments().subList(1, 4));
    }

    @Override
    public JsonObject memory() {
        return plans.memory();
    }

    @Override
    public void recall(JsonObject memory) {
        plans.recall(memory);
    }
}
