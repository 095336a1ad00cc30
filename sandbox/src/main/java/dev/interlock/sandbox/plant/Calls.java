package dev.interlock.sandbox.plant;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/// The calls that were answered last, each with when it came and when its answer left: from this a
/// measurement sees what was asked in turn and what side by side.
final class Calls {
    private static final int KEPT = 20_000;

    private final Deque<Call> answered = new ArrayDeque<>();

    /// Times are of the plant's own clock, in microseconds.
    private record Call(Target target, String method, String uri, long came, long left) {
        JsonObject toJson() {
            return JsonObject.of("target", target.toString(), "method", method, "uri", uri)
                    .put("cameMicros", came)
                    .put("leftMicros", left);
        }
    }

    /// A caller that is not answered leaves no trace.
    void watch(Target target, HttpServerRequest request) {
        long came = now();
        request.response()
                .endHandler(_ ->
                        add(new Call(target, request.method().name(), request.uri(), came, now())));
    }

    private void add(Call call) {
        answered.add(call);
        if (answered.size() > KEPT) {
            answered.removeFirst();
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    JsonObject list() {
        JsonArray items = new JsonArray();
        answered.forEach(call -> items.add(call.toJson()));
        return JsonObject.of("items", items, "count", items.size());
    }

    void clear() {
        answered.clear();
    }
}
