package dev.interlock.process.run;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Moments that callers ask about: what lies outside these centuries is a mistake, and no database
/// keeps it.
final class Moment {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private Moment() {}

    static void mustBePlausible(String pointer, @Nullable Instant at) {
        if (at != null && (at.isBefore(FIRST) || !at.isBefore(LAST))) {
            throw new InvalidRequest(pointer, "plausible", "must lie between 1900 and 2999");
        }
    }
}
