package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/// A manufacturing execution system: it knows what can be made, and which job orders may start.
public final class Mes implements BackEnd {
    private static final String STORED = "NOT_ALLOWED_TO_START";
    private static final String STARTABLE = "ALLOWED_TO_START";

    private final Shelf definitions = new Shelf();
    private final Shelf jobs = new Shelf();

    @Override
    public Answer answer(Call call) {
        if (call.is("PUT", "material-definitions", "*", "*")) {
            return definitions.store(definition(call), call.body(), "STORE_MATERIAL_DEFINITION");
        }
        if (call.is("GET", "material-definitions", "*", "*")) {
            return definitions.find("material definition", definition(call));
        }
        if (call.is("PUT", "job-orders", "*")) {
            return store(call.segment(1), call.body());
        }
        if (call.is("GET", "job-orders", "*")) {
            return jobs.find("job order", call.segment(1));
        }
        if (call.is("POST", "job-orders", "*", "start")) {
            return start(call.segment(1));
        }
        if (call.is("POST", "job-orders", "*", "revoke")) {
            return revoke(call.segment(1));
        }
        return Answer.unknown("path", call.path());
    }

    private static String definition(Call call) {
        return call.segment(1) + "/" + call.segment(2);
    }

    private Answer store(String id, JsonObject wanted) {
        JsonObject standing = jobs.get(id);
        if (standing != null) {
            return covers(standing, wanted)
                    ? Answer.of(200, standing)
                    : conflict(standing, "job order %s stands and differs".formatted(id));
        }
        String definition =
                wanted.getString("materialId", "") + "/" + wanted.getString("revision", "");
        if (definitions.get(definition) == null) {
            return Answer.refused(
                    422, "material-unknown", "no material definition %s".formatted(definition));
        }
        JsonObject job = JsonObject.of("jobOrderId", id).mergeIn(wanted).put("state", STORED);
        jobs.put(id, job);
        return Answer.done(201, job, "STORE_JOB_ORDER", id);
    }

    private static boolean covers(JsonObject standing, JsonObject wanted) {
        JsonObject merged = standing.copy().mergeIn(wanted);
        return merged.equals(standing);
    }

    private Answer start(String id) {
        JsonObject job = jobs.get(id);
        if (job == null) {
            return Answer.unknown("job order", id);
        }
        if (!STORED.equals(job.getString("state"))) {
            return conflict(job, "job order %s was started before".formatted(id));
        }
        JsonObject started = job.copy().put("state", STARTABLE);
        jobs.put(id, started);
        return Answer.done(200, started, "START_JOB_ORDER", id);
    }

    private Answer revoke(String id) {
        JsonObject job = jobs.get(id);
        if (job == null) {
            return Answer.unknown("job order", id);
        }
        if (!STORED.equals(job.getString("state"))) {
            return conflict(job, "job order %s may start and cannot be taken back".formatted(id));
        }
        jobs.remove(id);
        return Answer.done(204, null, "REVOKE_JOB_ORDER", id);
    }

    private static Answer conflict(JsonObject job, String message) {
        Answer refusal = Answer.refused(409, "job-order-state", message);
        JsonObject body = new JsonObject().mergeIn(Objects.requireNonNull(refusal.body()));
        return Answer.of(409, body.put("state", job.getString("state")));
    }

    @Override
    public JsonObject memory() {
        return JsonObject.of("definitions", definitions.memory(), "jobs", jobs.memory());
    }

    @Override
    public void recall(JsonObject memory) {
        definitions.recall(memory.getJsonObject("definitions"));
        jobs.recall(memory.getJsonObject("jobs"));
    }
}
