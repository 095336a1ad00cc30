package dev.interlock.process.policy;

import java.time.Instant;
import java.util.List;

/// A policy as it stands.
public record Policy<R extends PolicyRow>(
        String policy, long version, String changedBy, Instant changedAt, List<R> rows) {
    public Policy {
        rows = List.copyOf(rows);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
