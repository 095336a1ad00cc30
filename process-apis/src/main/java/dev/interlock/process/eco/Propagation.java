package dev.interlock.process.eco;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.process.run.LastProblem;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.StepReport;
import dev.interlock.process.run.StepState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a change has got, target by target.
public record Propagation(
        String propagationId,
        String changeNumber,
        long changeVersion,
        Status status,
        List<TargetReport> targets,
        @Nullable @JsonRawValue @Schema(implementation = Object[].class) String findings,
        List<String> waitingFor,
        Instant startedAt,
        @Nullable Instant endedAt,
        String correlationId) {

    /// How a propagation stands; an INCOMPLETE one goes on by itself where it can.
    @Schema(name = "PropagationStatus")
    public enum Status {
        QUEUED,
        RUNNING,
        COMPLETED,
        INCOMPLETE,
        REFUSED,
        CANCELLED,
        REJECTED
    }

    /// One system that has to know of the change. `waitsFor` are the targets that must have
    /// succeeded before.
    public record TargetReport(
            String target,
            @Nullable String plant,
            StepState status,
            List<String> waitsFor,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable LastProblem lastProblem,
            List<StepReport> steps) {}

    static Propagation of(RunView view) {
        var change = change(view.run());
        var byTarget = new LinkedHashMap<String, List<Step>>();
        view.steps()
                .forEach(s -> byTarget.computeIfAbsent(s.target(), _ -> new ArrayList<>()).add(s));
        return new Propagation(
                view.run().id(),
                change.changeNumber(),
                change.version(),
                status(view.run().state()),
                byTarget.values().stream().map(steps -> target(view, steps)).toList(),
                view.run().verdict(),
                view.waitingFor(),
                view.run().createdAt(),
                view.run().endedAt(),
                view.run().correlationId());
    }

    static EngineeringChange change(Run run) {
        try {
            return TolerantJson.mapper().readValue(run.input(), EngineeringChange.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "run " + run.id() + " holds a change that cannot be read", e);
        }
    }

    static Status status(RunState state) {
        return switch (state) {
            case QUEUED -> Status.QUEUED;
            case CHECKING, RUNNING -> Status.RUNNING;
            case SUCCEEDED -> Status.COMPLETED;
            case WAITING -> Status.INCOMPLETE;
            case REFUSED -> Status.REFUSED;
            case CANCELLED -> Status.CANCELLED;
            case REJECTED -> Status.REJECTED;
            case UNDOING, UNDONE, UNANSWERED ->
                    throw new IllegalStateException("a propagation is never " + state);
        };
    }

    /// A propagation never undoes itself.
    static boolean isKnown(RunState state) {
        return state != RunState.UNDOING
                && state != RunState.UNDONE
                && state != RunState.UNANSWERED;
    }

    private static TargetReport target(RunView view, List<Step> steps) {
        var name = steps.getFirst().target().split(":", 2);
        var reports =
                StepReport.of(view).stream()
                        .filter(r -> r.target().equals(steps.getFirst().target()))
                        .toList();
        return new TargetReport(
                name[0],
                name.length == 2 ? name[1] : null,
                state(steps),
                waitsFor(view, steps),
                steps.stream().mapToInt(Step::attempts).sum(),
                reports.stream()
                        .map(StepReport::nextAttemptAt)
                        .filter(Objects::nonNull)
                        .sorted()
                        .findFirst()
                        .orElse(null),
                reports.stream()
                        .filter(report -> report.status() == state(steps))
                        .map(StepReport::lastProblem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                reports);
    }

    /// A target is as far as its worst step.
    private static StepState state(List<Step> steps) {
        var worst =
                List.of(
                        StepState.FAILED,
                        StepState.PARKED,
                        StepState.IN_DOUBT,
                        StepState.RETRYING,
                        StepState.RUNNING,
                        StepState.PENDING,
                        StepState.SKIPPED,
                        StepState.SUCCEEDED,
                        StepState.NOT_NEEDED);
        return worst.stream()
                .filter(state -> steps.stream().anyMatch(step -> step.state() == state))
                .findFirst()
                .orElse(StepState.PENDING);
    }

    private static List<String> waitsFor(RunView view, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() == StepState.PENDING)
                .flatMap(step -> step.after().stream())
                .flatMap(needed ->
                        view.steps().stream()
                                .filter(s -> s.position() == needed && !s.state().isDone()))
                .map(Step::target)
                .filter(target -> !target.equals(steps.getFirst().target()))
                .distinct()
                .toList();
    }
}
