package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;

/// A warehouse system: what is to be staged for an order.
public final class Wms implements BackEnd {
    private static final String CANCELLED = "CANCELLED";
    private static final String STAGED = "STAGED";

    private final Shelf requests = new Shelf();

    @Override
    public Answer answer(Call call) {
        if (call.is("PUT", "staging", "*")) {
            return store(call.segment(1), call.body());
        }
        if (call.is("GET", "staging", "*")) {
            return requests.find("staging request", call.segment(1));
        }
        if (call.is("POST", "staging", "*", "cancel")) {
            return move(call.segment(1), CANCELLED, STAGED, "CANCEL_STAGING");
        }
        // The warehouse's own people report it: no tier calls this.
        if (call.is("POST", "staging", "*", "stage")) {
            return move(call.segment(1), STAGED, CANCELLED, "STAGE");
        }
        return Answer.unknown("path", call.path());
    }

    private Answer store(String order, JsonObject wanted) {
        JsonObject request =
                JsonObject.of("orderNumber", order).mergeIn(wanted).put("status", "REQUESTED");
        JsonObject standing = requests.get(order);
        if (standing == null || CANCELLED.equals(standing.getString("status"))) {
            requests.put(order, request);
            return Answer.done(201, request, "STORE_STAGING", order);
        }
        boolean same = standing.copy().put("status", "REQUESTED").equals(request);
        return same
                ? Answer.of(200, standing)
                : Answer.refused(
                        409,
                        "staging-differs",
                        "a staging request for %s stands and differs".formatted(order));
    }

    private Answer move(String order, String to, String forbidden, String effect) {
        JsonObject standing = requests.get(order);
        if (standing == null) {
            return Answer.unknown("staging request", order);
        }
        String status = standing.getString("status");
        if (status.equals(to)) {
            return Answer.of(200, standing);
        }
        if (status.equals(forbidden)) {
            return Answer.refused(
                    409,
                    "staging-state",
                    "the staging request for %s is %s".formatted(order, status));
        }
        JsonObject moved = standing.copy().put("status", to);
        requests.put(order, moved);
        return Answer.done(200, moved, effect, order);
    }

    @Override
    public JsonObject memory() {
        return requests.memory();
    }

    @Override
    public void recall(JsonObject memory) {
        requests.recall(memory);
    }
}
