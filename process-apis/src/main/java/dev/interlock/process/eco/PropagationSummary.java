package dev.interlock.process.eco;

import dev.interlock.process.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A propagation in a list: which change, and how it stands.
public record PropagationSummary(
        String propagationId,
        String changeNumber,
        long changeVersion,
        Propagation.Status status,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant endedAt,
        String correlationId) {
    static PropagationSummary of(Run run) {
        var change = Propagation.change(run);
        return new PropagationSummary(
                run.id(),
                change.changeNumber(),
                change.version(),
                Propagation.status(run.state()),
                run.createdAt(),
                run.updatedAt(),
                run.endedAt(),
                run.correlationId());
    }
}
