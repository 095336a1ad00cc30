package dev.interlock.process.operations;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.interlock.process.run.Attempt;
import dev.interlock.process.run.AuditEntry;
import dev.interlock.process.run.ExceptionItem;
import dev.interlock.process.run.RunBook.Entry;
import dev.interlock.process.run.RunProcess;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.StepReport;
import dev.interlock.process.run.StepState;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A run with everything that is known about it. `standing` is what it has left in which target.
public record RunDetail(
        RunSummary run,
        List<StepReport> steps,
        List<Standing> standing,
        List<String> waitingFor,
        List<ExceptionItem> exceptions,
        List<AuditEntry> audit,
        @Nullable @JsonRawValue @Schema(implementation = Object[].class) String findings) {

    /// What a step did and nothing has taken back; `certain` is false while nobody knows whether it
    /// did.
    public record Standing(
            String target, String step, @Nullable String reference, boolean certain) {}

    static RunDetail of(Entry entry, RunProcess process) {
        var view = entry.view();
        return new RunDetail(
                RunSummary.of(view.run(), process, entry.searchKeys()),
                StepReport.of(view),
                view.steps().stream()
                        .filter(step -> stands(step) || mayStand(step, view.attempts()))
                        .map(RunDetail::standing)
                        .toList(),
                view.waitingFor(),
                entry.exceptions(),
                entry.audit(),
                view.run().verdict());
    }

    private static boolean stands(Step step) {
        return switch (step.state()) {
            case SUCCEEDED, IN_DOUBT, RUNNING, COMPENSATING, PARKED -> true;
            case PENDING, RETRYING, FAILED, SKIPPED, NOT_NEEDED, COMPENSATED -> false;
        };
    }

    /// Whoever goes on without a step does not undo what an attempt of it may have done.
    private static boolean mayStand(Step step, List<Attempt> attempts) {
        return step.state() == StepState.SKIPPED
                && attempts.stream()
                        .anyMatch(attempt ->
                                attempt.position() == step.position() && attempt.mayHaveActed());
    }

    private static Standing standing(Step step) {
        var certain = step.state() == StepState.SUCCEEDED || step.state() == StepState.COMPENSATING;
        return new Standing(step.target(), step.name(), step.reference(), certain);
    }
}
