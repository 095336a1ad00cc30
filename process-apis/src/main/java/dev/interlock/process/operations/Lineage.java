package dev.interlock.process.operations;

import dev.interlock.platform.idempotency.Fingerprint;
import dev.interlock.process.run.Attempt;
import dev.interlock.process.run.LastProblem;
import dev.interlock.process.run.RunProcess;
import dev.interlock.process.run.RunProcess.Origin;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.StepState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came from where, how it was transformed, and who took it.
public record Lineage(
        String runId,
        String process,
        String subject,
        List<Origin> origins,
        List<Handover> handovers) {

    /// One target's part. `digest` is the SHA-256 of the exact bytes that were planned for it, and
    /// `answerDigest` of what it answered; neither `takenAt` nor `attempt` is there before it took
    /// it. `leftOut` says who went on without it and why, or why nothing was left to be done.
    public record Handover(
            String step,
            String target,
            String rule,
            StepState status,
            String effectKey,
            @Nullable String externalRef,
            @Nullable Instant takenAt,
            @Nullable Integer attempt,
            @Nullable String digest,
            @Nullable String answerDigest,
            @Nullable String leftOut) {}

    static Lineage of(RunView view, RunProcess process) {
        return new Lineage(
                view.run().id(),
                view.run().process(),
                view.run().subject(),
                process.origins(view),
                view.steps().stream().map(step -> handover(view, process, step)).toList());
    }

    private static Handover handover(RunView view, RunProcess process, Step step) {
        var taken = taken(view, step);
        return new Handover(
                step.name(),
                step.target(),
                process.rule(step),
                step.state(),
                step.effectKey(),
                step.reference(),
                taken.map(Attempt::endedAt).orElse(null),
                taken.map(Attempt::number).orElse(null),
                step.draft() ? null : Fingerprint.of("", "", step.body()).value(),
                taken.map(Attempt::digest).orElse(null),
                leftOut(view, step));
    }

    private static @Nullable String leftOut(RunView view, Step step) {
        return switch (step.state()) {
            case SKIPPED, NOT_NEEDED ->
                    LastProblem.of(view.run().state(), step, view.attempts())
                            .map(LastProblem::detail)
                            .orElse(null);
            case PENDING,
                    RUNNING,
                    SUCCEEDED,
                    RETRYING,
                    IN_DOUBT,
                    PARKED,
                    FAILED,
                    COMPENSATING,
                    COMPENSATED ->
                    null;
        };
    }

    private static Optional<Attempt> taken(RunView view, Step step) {
        return view.attempts().stream()
                .filter(attempt -> attempt.position() == step.position() && !attempt.undo())
                .filter(attempt -> "DONE".equals(attempt.outcome()))
                .max(Comparator.comparingInt(Attempt::number));
    }
}
