package dev.interlock.sandbox.backend;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/// A request to a back end: `/job-orders/100001/start` has the segments `job-orders`, `100001`,
/// `start`.
public record Call(
        String method,
        String path,
        List<String> segments,
        Map<String, String> query,
        JsonObject body,
        String effectKey) {
    public boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /// The method and the fixed words of the path: `POST job-orders/*/start`.
    boolean is(String verb, String... pattern) {
        if (!verb.equals(method) || pattern.length != segments.size()) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    String segment(int index) {
        return segments.get(index);
    }
}
