package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What a back end answers, and whether it changed anything to be able to say so.
///
/// `effect` names what was done, null when nothing was: a repeated, identical request finds what it
/// wants already there.
public record Answer(
        int status, @Nullable JsonObject body, @Nullable String effect, String businessKey) {
    static Answer of(int status, JsonObject body) {
        return new Answer(status, body, null, "");
    }

    static Answer done(int status, @Nullable JsonObject body, String effect, String businessKey) {
        return new Answer(status, body, effect, businessKey);
    }

    /// A no, in the words of the system that is stood in for.
    public static Answer refused(int status, String code, String message) {
        return of(status, JsonObject.of("error", JsonObject.of("code", code, "message", message)));
    }

    static Answer unknown(String what, String id) {
        return refused(404, "unknown", "%s %s is unknown".formatted(what, id));
    }

    public boolean succeeded() {
        return status < 300;
    }

    public JsonObject toJson() {
        return JsonObject.of("status", status, "body", body);
    }

    public static Answer ofJson(JsonObject json) {
        JsonObject body = json.getJsonObject("body");
        return new Answer(json.getInteger("status"), body, null, "");
    }
}
