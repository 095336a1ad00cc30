package dev.interlock.benchmark.plant;

import dev.interlock.sandbox.api.Api;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/// A call as a system of the plant saw it, in microseconds of the machine's monotonic clock. `own`
/// is what the system took itself: of the ERP, which works in the system tier, its delay alone.
public record Call(String target, String method, String uri, long came, long left, long own) {
    private static final Pattern IDENTIFIER =
            Pattern.compile("/([A-Z]{1,2}|[^/?]*\\d[^/?]*)(?=/|\\?|$)");
    private static final Pattern QUERY = Pattern.compile("\\?.*");

    static Call of(JsonObject json) {
        return new Call(
                json.getString("target"),
                json.getString("method"),
                json.getString("uri"),
                json.getLong("cameMicros"),
                json.getLong("leftMicros"),
                json.getLong("ownMicros"));
    }

    /// Forgets the calls that the plant has answered so far.
    public static void forget(Api api) {
        api.plant("DELETE", "/calls", null);
    }

    /// Those that the plant has answered since.
    public static List<Call> answered(Api api) {
        return api.plant("GET", "/calls", null).body().getJsonArray("items").stream()
                .map(call -> Call.of((JsonObject) call))
                .toList();
    }

    boolean reads() {
        return method.equals("GET") || uri.contains("/availability-checks");
    }

    /// What was asked or done, without saying of what.
    String kind() {
        String path = QUERY.matcher(uri.replaceFirst("^/system/v1", "")).replaceAll("");
        return "%s %s %s".formatted(target, method, IDENTIFIER.matcher(path).replaceAll("/…"));
    }
}
