package dev.interlock.process.orderrelease;

import dev.interlock.process.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A release in a list: which order, and how it stands.
public record ReleaseSummary(
        String releaseId,
        String orderNumber,
        Release.Status status,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant endedAt,
        String correlationId) {
    static ReleaseSummary of(Run run) {
        return new ReleaseSummary(
                run.id(),
                run.subject(),
                Release.status(run.state()),
                run.createdAt(),
                run.updatedAt(),
                run.endedAt(),
                run.correlationId());
    }
}
