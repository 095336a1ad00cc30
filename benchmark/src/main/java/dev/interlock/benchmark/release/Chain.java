package dev.interlock.benchmark.release;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/// The longest chain of calls of which each came only after the one before had been answered, as
/// the systems of the plant saw it: what a release has asked and done in turn. Calls that were
/// under way together count once.
record Chain(int questions, int effects) {
    private record Call(boolean reads, long came, long left) {
        static Call of(JsonObject json) {
            String method = json.getString("method");
            String uri = json.getString("uri");
            return new Call(
                    method.equals("GET") || uri.contains("/availability-checks"),
                    json.getLong("cameMicros"),
                    json.getLong("leftMicros"));
        }
    }

    static Chain of(JsonArray calls) {
        List<Call> byEnd =
                calls.stream()
                        .map(call -> Call.of((JsonObject) call))
                        .sorted(Comparator.comparingLong(Call::left))
                        .toList();
        int questions = 0;
        int effects = 0;
        long end = Long.MIN_VALUE;
        for (Call call : byEnd) {
            if (call.came() >= end) {
                end = call.left();
                questions += call.reads() ? 1 : 0;
                effects += call.reads() ? 0 : 1;
            }
        }
        return new Chain(questions, effects);
    }

    int length() {
        return questions + effects;
    }
}
