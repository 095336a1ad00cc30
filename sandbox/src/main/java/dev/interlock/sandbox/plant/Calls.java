package dev.interlock.sandbox.plant;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/// The calls that were answered last, each with when it came, when its answer left, and how much of
/// that the system took itself: from this a measurement sees what was asked in turn and what side
/// by side.
final class Calls {
    private static final int KEPT = 20_000;

    private final Deque<Call> answered = new ArrayDeque<>();

    /// Times are of the plant's own clock, in microseconds.
    private record Call(Target target, String method, String uri, long came, long left, long own) {
        JsonObject toJson() {
            return JsonObject.of("target", target.toString(), "method", method, "uri", uri)
                    .put("cameMicros", came)
                    .put("leftMicros", left)
                    .put("ownMicros", own);
        }
    }

    /// A call that is under way.
    static final class Watch {
        private final long came = now();
        private long own = came;

        /// What went before was somebody else's time.
        void begin() {
            own = now();
        }
    }

    /// A caller that is not answered leaves no trace.
    Watch watch(Target target, HttpServerRequest request) {
        Watch watch = new Watch();
        request.response().endHandler(_ -> add(target, request, watch, now()));
        return watch;
    }

    private void add(Target target, HttpServerRequest request, Watch watch, long left) {
        add(
                new Call(
                        target,
                        request.method().name(),
                        request.uri(),
                        watch.came,
                        left,
                        left - watch.own));
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
