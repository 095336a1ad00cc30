package dev.interlock.process.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One step of a run as callers see it: where it stands, and its attempts with their times. Of more
/// than fifty the first and the last ones are told; each has its number.
public record StepReport(
        String step,
        String target,
        StepState status,
        @Nullable String reference,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable @JsonRawValue @Schema(implementation = Object.class) String problem,
        @Nullable LastProblem lastProblem,
        List<Attempt> attempts) {
    public StepReport {
        attempts = List.copyOf(attempts);
    }

    public static List<StepReport> of(RunView view) {
        return view.steps().stream()
                .map(step -> of(view.run().state(), step, view.attempts()))
                .toList();
    }

    private static StepReport of(RunState run, Step step, List<Attempt> attempts) {
        return new StepReport(
                step.name(),
                step.target(),
                step.state(),
                step.reference(),
                step.startedAt(),
                step.endedAt(),
                LastProblem.nextAttemptAt(run, step),
                step.problem(),
                LastProblem.of(run, step, attempts).orElse(null),
                attempts.stream().filter(a -> a.position() == step.position()).toList());
    }
}
