package dev.interlock.partner.below;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.GatewayException.NotFound;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Where something lies below, and what its supplier calls it: `what` and `id` are all that a
/// problem says of it.
public record Place(String tier, String path, String what, String id) {
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    public static Place system(String what, String id, String... segments) {
        return new Place("system", path(what, id, segments), what, id);
    }

    public static Place process(String what, String id, String... segments) {
        return new Place("process", path(what, id, segments), what, id);
    }

    public Place with(String query) {
        return new Place(tier, path + query, what, id);
    }

    public String address() {
        return "/" + tier + "/v1" + path;
    }

    /// Whatever an id consists of, it stays one segment.
    private static String path(String what, String id, String... segments) {
        if (Arrays.stream(segments).anyMatch(NO_NAMES::contains)) {
            throw new NotFound(what, id);
        }
        return Arrays.stream(segments).map(Call::encode).collect(Collectors.joining("/", "/", ""));
    }
}
