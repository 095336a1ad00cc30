package dev.interlock.benchmark.plant;

import dev.interlock.benchmark.stage.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// When each call of a business transaction came to its system and when its answer left, in
/// milliseconds after the transaction was asked for: the medians of many. What lies between the end
/// of one call and the begin of the next in turn is the gateway's own.
public final class Timeline {
    private record Lane(List<Double> came, List<Double> left) {}

    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /// The calls of one transaction, which was asked for at `askedNanos` of the monotonic clock.
    public void add(long askedNanos, List<Call> calls) {
        Map<String, Integer> seen = new HashMap<>();
        calls.stream()
                .sorted(Comparator.comparingLong(Call::came))
                .forEach(call -> {
                    int count = seen.merge(call.kind(), 1, Integer::sum);
                    String name =
                            count == 1 ? call.kind() : "%s (%d)".formatted(call.kind(), count);
                    Lane lane =
                            lanes.computeIfAbsent(
                                    name, _ -> new Lane(new ArrayList<>(), new ArrayList<>()));
                    lane.came().add(call.came() / 1e3 - askedNanos / 1e6);
                    lane.left().add(call.left() / 1e3 - askedNanos / 1e6);
                });
    }

    /// One line a call, in the order in which they came.
    public List<String> lines() {
        return lanes.entrySet().stream()
                .map(lane ->
                        Map.entry(
                                new Times(lane.getValue().came()).median(),
                                String.format(
                                        Locale.ROOT,
                                        "  %7.1f to %7.1f  %s",
                                        new Times(lane.getValue().came()).median(),
                                        new Times(lane.getValue().left()).median(),
                                        lane.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
