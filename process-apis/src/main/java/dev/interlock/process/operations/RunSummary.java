package dev.interlock.process.operations;

import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunProcess;
import dev.interlock.process.run.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of any process. `status` is what callers of the process call its state; `businessKeys` are
/// what it can be looked up by.
public record RunSummary(
        String runId,
        String process,
        String subject,
        RunState state,
        String status,
        List<String> businessKeys,
        String correlationId,
        String client,
        String actor,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant endedAt) {
    public RunSummary {
        businessKeys = List.copyOf(businessKeys);
    }

    static RunSummary of(Run run, RunProcess process, List<String> businessKeys) {
        return new RunSummary(
                run.id(),
                run.process(),
                run.subject(),
                run.state(),
                process.status(run.state()),
                businessKeys,
                run.correlationId(),
                run.client(),
                run.actor(),
                run.createdAt(),
                run.updatedAt(),
                run.endedAt());
    }
}
