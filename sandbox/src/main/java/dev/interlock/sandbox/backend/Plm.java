package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A product life-cycle system: engineering changes, whose version numbers their content and whose
/// status does not raise it.
public final class Plm implements BackEnd {
    private static final int PAGE = 100;
    private static final String IMPLEMENTED = "IMPLEMENTED";

    private final Shelf changes = new Shelf();
    private final Shelf times = new Shelf();
    private final InstantSource clock;

    public Plm(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        if (call.is("PUT", "changes", "*")) {
            return store(call.segment(1), call.body());
        }
        if (call.is("GET", "changes", "*")) {
            return changes.find("change", call.segment(1));
        }
        if (call.is("GET", "changes")) {
            return list(call);
        }
        if (call.is("POST", "changes", "*", "implementation")) {
            return implement(call.segment(1), call.body());
        }
        return Answer.unknown("path", call.path());
    }

    private Answer store(String number, JsonObject change) {
        if (!(change.getValue("version") instanceof Integer version)
                || change.getString("status") == null) {
            return Answer.refused(400, "incomplete", "a change needs a version and a status");
        }
        JsonObject standing = changes.get(number);
        if (standing == null) {
            return keep(201, number, change);
        }
        int standingVersion = standing.getInteger("version");
        if (version < standingVersion) {
            return Answer.refused(
                    409, "version-lower", "version %d stands".formatted(standingVersion));
        }
        if (version > standingVersion) {
            return keep(200, number, change);
        }
        if (!content(standing).equals(content(change))) {
            return Answer.refused(
                    422,
                    "version-reused",
                    "version %d stands with other content".formatted(version));
        }
        if (standing.equals(change)) {
            return Answer.of(200, standing);
        }
        if (IMPLEMENTED.equals(standing.getString("status"))) {
            return Answer.refused(
                    409, "implemented", "version %d is implemented".formatted(version));
        }
        return keep(200, number, change);
    }

    private Answer keep(int status, String number, JsonObject change) {
        remember(number, change);
        return Answer.done(status, change, "STORE_CHANGE", number);
    }

    private Answer implement(String number, JsonObject body) {
        JsonObject change = changes.get(number);
        if (change == null) {
            return Answer.unknown("change", number);
        }
        boolean sameVersion = Objects.equals(body.getValue("version"), change.getValue("version"));
        String status = change.getString("status");
        if (sameVersion && IMPLEMENTED.equals(status)) {
            return Answer.of(200, change);
        }
        if (!sameVersion || !"APPROVED".equals(status)) {
            return Answer.refused(
                    409,
                    "change-state",
                    "change %s is %s at version %s"
                            .formatted(number, status, change.getValue("version")));
        }
        JsonObject implemented = change.copy().put("status", IMPLEMENTED);
        remember(number, implemented);
        return Answer.done(200, implemented, "IMPLEMENT_CHANGE", number);
    }

    private void remember(String number, JsonObject change) {
        changes.put(number, change);
        times.put(number, JsonObject.of("at", clock.instant().toString()));
    }

    private Answer list(Call call) {
        String after = call.query().getOrDefault("cursor", "");
        List<String> found =
                changes.all().keySet().stream()
                        .filter(number -> number.compareTo(after) > 0)
                        .filter(number -> wanted(call, number))
                        .limit(PAGE + 1L)
                        .toList();
        JsonArray page = new JsonArray();
        found.stream().limit(PAGE).forEach(number -> page.add(changes.get(number)));
        JsonObject body = JsonObject.of("changes", page);
        return Answer.of(200, found.size() > PAGE ? body.put("next", found.get(PAGE - 1)) : body);
    }

    private boolean wanted(Call call, String number) {
        JsonObject change = Objects.requireNonNull(changes.get(number));
        String status = call.query().get("status");
        String item = call.query().get("itemId");
        String since = call.query().get("changedSince");
        return (status == null || status.equals(change.getString("status")))
                && (item == null || affects(change, item))
                && (since == null || changedAt(number).isAfter(Instant.parse(since)));
    }

    private Instant changedAt(String number) {
        JsonObject time = times.get(number);
        return time == null ? Instant.EPOCH : Instant.parse(time.getString("at"));
    }

    private static boolean affects(JsonObject change, String item) {
        return change.getJsonArray("items", new JsonArray()).stream()
                .anyMatch(affected ->
                        affected instanceof JsonObject object
                                && item.equals(object.getString("itemId")));
    }

    private static JsonObject content(@Nullable JsonObject change) {
        JsonObject content = Objects.requireNonNull(change).copy();
        content.remove("status");
        return content;
    }

    @Override
    public JsonObject memory() {
        return JsonObject.of("changes", changes.memory(), "times", times.memory());
    }

    @Override
    public void recall(JsonObject memory) {
        changes.recall(memory.getJsonObject("changes"));
        times.recall(memory.getJsonObject("times"));
    }
}
