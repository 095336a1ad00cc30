package dev.interlock.process.run;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.process.run.ExceptionItem.Status;
import dev.interlock.process.run.Run.UndoCause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A run that a person holds fast: nobody else can write to it until the transaction ends, and
/// whoever worked on it is fenced off.
class Hold {
    private static final List<String> SKIPPABLE =
            Arrays.stream(StepState.values())
                    .filter(state -> state.goesOnAlone() || state.waitsForAPerson())
                    .map(StepState::name)
                    .toList();

    private final Handle handle;
    private final RunProcess process;
    private final String actor;
    private final @Nullable String reason;
    private final StepTable steps;
    private final ExceptionTable exceptions;
    private Run run;

    Hold(Handle handle, RunProcess process, Run run, String actor, @Nullable String reason) {
        this.handle = handle;
        this.process = process;
        this.run = run;
        this.actor = actor;
        this.reason = reason;
        this.steps = new StepTable(handle);
        this.exceptions = new ExceptionTable(handle);
    }

    Run run() {
        return run;
    }

    /// None where an exception is about the run itself.
    Optional<Step> step(String name) {
        return steps.of(run.id()).stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /// Goes on as it stands.
    void again() {
        mustBeOpen();
        exceptions.closeAll(run.id(), Status.RETRIED, actor, reason);
        takeOver(run.state());
    }

    void refuseToSkip() {
        throw new Rejected(
                ProblemType.CONFLICT,
                "The exception is about the run itself: there is no step to skip. Retry it, or"
                        + " reject the run.");
    }

    void retry(Step step) {
        mustBeOpen();
        steps.makeDue(step);
        exceptions.close(step, Status.RETRIED, actor, reason);
        takeOver(run.state());
    }

    void resume() {
        if (run.state() != RunState.CHECKING
                && run.state() != RunState.RUNNING
                && run.state() != RunState.WAITING) {
            throw wrongState(RunState.CHECKING, RunState.RUNNING, RunState.WAITING);
        }
        var waiting =
                view().steps().stream()
                        .filter(step ->
                                switch (step.state()) {
                                    case FAILED, PARKED, RETRYING, IN_DOUBT -> !steps.isDue(step);
                                    case PENDING,
                                            RUNNING,
                                            SUCCEEDED,
                                            SKIPPED,
                                            NOT_NEEDED,
                                            COMPENSATING,
                                            COMPENSATED ->
                                            false;
                                })
                        .toList();
        if (waiting.isEmpty() && run.state() != RunState.CHECKING) {
            throw new Rejected(
                    ProblemType.CONFLICT,
                    "Nothing of the run waits to be resumed: what can go on does already.");
        }
        waiting.forEach(steps::makeDue);
        exceptions.closeAll(run.id(), Status.RETRIED, actor, reason);
        takeOver(run.state());
    }

    void skip(Step step) {
        mustBeOpen();
        mustNotBeRestedOn(step);
        leaveOut(step);
        takeOver(run.state());
    }

    void skipTarget(String target) {
        mustBeOpen();
        var all =
                steps.of(run.id()).stream()
                        .filter(step ->
                                step.target().equals(target)
                                        || step.target().startsWith(target + ":"))
                        .toList();
        if (all.isEmpty() && !hasBegun()) {
            throw wrongState(
                    "has no targets yet: they are planned once its checks have passed",
                    RunState.RUNNING,
                    RunState.WAITING);
        }
        if (all.isEmpty()) {
            throw new NotFound("target", target);
        }
        var open = all.stream().filter(step -> !step.state().isDone()).toList();
        if (open.isEmpty()) {
            var state = all.getFirst().state().name();
            throw new WrongState(
                    "There is nothing left to skip: the target %s is %s.".formatted(target, state),
                    state,
                    SKIPPABLE);
        }
        open.forEach(this::mustNotBeRestedOn);
        open.forEach(this::leaveOut);
        takeOver(run.state());
    }

    /// Past the pivot, and where nothing is ever undone, the run is rejected as it stands.
    void reject() {
        mustBeOpen();
        exceptions.closeAll(run.id(), Status.REJECTED, actor, reason);
        if (hasBegun() && process.giveUpAfter().isPresent() && !view().isPastPivot()) {
            run = new RunTable(handle).takeOver(run, RunState.UNDOING, UndoCause.REJECTED);
        } else {
            end(RunState.REJECTED);
        }
    }

    void cancel() {
        if (!run.state().isOpen() || run.state() == RunState.UNDOING) {
            throw wrongState(RunState.QUEUED, RunState.CHECKING);
        }
        var told =
                view().steps().stream()
                        .filter(step -> !step.prelude() && !isUntouched(step))
                        .map(Step::target)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!told.isEmpty()) {
            throw wrongState(
                    "cannot be cancelled any more, as a target may have been told already: " + told,
                    RunState.QUEUED,
                    RunState.CHECKING);
        }
        exceptions.closeAll(run.id(), Status.CANCELLED, actor, reason);
        end(RunState.CANCELLED);
    }

    /// Its steps are planned.
    private boolean hasBegun() {
        return run.state() != RunState.QUEUED && run.state() != RunState.CHECKING;
    }

    /// No attempt of it can have had an effect.
    private static boolean isUntouched(Step step) {
        return switch (step.state()) {
            case PENDING, RETRYING, FAILED, SKIPPED, NOT_NEEDED -> true;
            case RUNNING, SUCCEEDED, IN_DOUBT, PARKED, COMPENSATING, COMPENSATED -> false;
        };
    }

    private void end(RunState state) {
        takeOver(run.state());
        Settlement.settle(handle, process, run, state, null);
        run = new RunTable(handle).find(run.id()).orElseThrow();
    }

    private void takeOver(RunState state) {
        run = new RunTable(handle).takeOver(run, state, null);
    }

    private void leaveOut(Step step) {
        steps.skip(step, actor + ": " + reason);
        exceptions.close(step, Status.SKIPPED, actor, reason);
    }

    private RunView view() {
        return Ledger.view(handle, run.id()).orElseThrow();
    }

    private void mustBeOpen() {
        if (!run.state().isOpen()) {
            throw wrongState(
                    Arrays.stream(RunState.values())
                            .filter(RunState::isOpen)
                            .filter(this::isKnown)
                            .toArray(RunState[]::new));
        }
    }

    /// What never gives up never undoes itself.
    private boolean isKnown(RunState state) {
        return state != RunState.UNDOING || process.giveUpAfter().isPresent();
    }

    private void mustNotBeRestedOn(Step step) {
        if (step.pivot()) {
            throw cannotBeSkipped(
                    step, "the run turns on it: everything after it takes it as done");
        }
        if (step.undoPath() != null && !view().isPastPivot()) {
            throw cannotBeSkipped(step, "the run would no longer know whether to take it back");
        }
        if (step.prelude()) {
            throw cannotBeSkipped(step, "the checks rest on it");
        }
    }

    private Rejected cannotBeSkipped(Step step, String why) {
        return new Rejected(
                ProblemType.CONFLICT,
                "The step \"%s\" of the run, now %s, cannot be skipped: %s. Retry it, or reject the run."
                        .formatted(step.name(), process.status(run.state()), why));
    }

    private WrongState wrongState(RunState... allowed) {
        return new WrongState(
                process.what(), run.id(), process.status(run.state()), statuses(allowed).toList());
    }

    /// The state alone is not what is wrong, so it is none of those that would do.
    private WrongState wrongState(String why, RunState... allowed) {
        var status = process.status(run.state());
        return new WrongState(
                "The %s %s is %s and %s.".formatted(process.what(), run.id(), status, why),
                status,
                statuses(allowed).filter(other -> !other.equals(status)).toList());
    }

    private Stream<String> statuses(RunState... states) {
        return Arrays.stream(states).map(process::status).distinct();
    }
}
