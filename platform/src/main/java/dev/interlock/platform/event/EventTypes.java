package dev.interlock.platform.event;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which facts a reader wants: canonical names with commas between; none means all.
public record EventTypes(List<String> names) {
    public EventTypes {
        names = List.copyOf(names);
    }

    /// JAX-RS reads a query value with this.
    public static EventTypes fromString(String text) {
        return new EventTypes(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    /// What a reader asked for, where the tier knows every one of them.
    public static EventTypes among(Collection<String> known, @Nullable EventTypes asked) {
        var types = asked == null ? new EventTypes(List.of()) : asked;
        if (!known.containsAll(types.names)) {
            throw new InvalidRequest(
                    "?types", "event-type", "There is no event type by one of these names.");
        }
        return types;
    }
}
