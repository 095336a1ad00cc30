package dev.interlock.system.event;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import java.util.Arrays;
import java.util.List;

/// Which facts a reader wants: canonical names with commas between; none means all.
public record EventTypes(List<String> names) {
    static final EventTypes ALL = new EventTypes(List.of());

    public EventTypes {
        names = List.copyOf(names);
    }

    /// JAX-RS reads a query value with this.
    public static EventTypes fromString(String text) {
        var names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        for (var name : names) {
            if (EventType.named(name).isEmpty()) {
                throw new InvalidRequest(
                        "?types", "event-type", "There is no event type by one of these names.");
            }
        }
        return new EventTypes(names);
    }
}
