package dev.interlock.process.run;

import dev.interlock.process.run.Run.UndoCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Takes a run back, unless its pivot turns out to stand.
@ApplicationScoped
class Undo {
    private final Ledger ledger;
    private final StepRunner runner;
    private final StepSender sender;
    private final Settlement settlement;
    private final Timetable timetable;
    private final LedgerConfig config;

    Undo(
            Ledger ledger,
            StepRunner runner,
            StepSender sender,
            Settlement settlement,
            Timetable timetable,
            LedgerConfig config) {
        this.ledger = ledger;
        this.runner = runner;
        this.sender = sender;
        this.settlement = settlement;
        this.timetable = timetable;
        this.config = config;
    }

    /// As far as it can go now. False where the run has to go on instead.
    boolean takeBack(RunProcess process, Run run) throws InterruptedException {
        if (!sender.announceFence(run)) {
            var later = timetable.now().plus(config.longestPause());
            settlement.rest(process, run, RunState.UNDOING, later);
            return true;
        }
        var stay = new Stay(process, run, config.retryInPlace(), _ -> Optional.empty());
        while (true) {
            var steps = ledger.steps(run);
            if (Step.isPastPivot(steps)) {
                return endAsItStands(process, run);
            }
            var open = open(run, steps);
            var due = open.stream().filter(timetable::isDue).findFirst();
            if (open.isEmpty()) {
                settlement.rest(process, run, undone(run), null);
                return true;
            } else if (due.isPresent()) {
                undoOrSettle(stay, due.get());
            } else if (!timetable.pause(stay, Timetable.next(open), null)) {
                settlement.rest(process, run, RunState.UNDOING, Timetable.next(open));
                return true;
            }
        }
    }

    /// Where a person rejected the run; any other goes on.
    private boolean endAsItStands(RunProcess process, Run run) {
        if (run.undoCause() == UndoCause.REJECTED) {
            settlement.rest(process, run, RunState.REJECTED, null);
            return true;
        }
        return false;
    }

    /// What has to be dealt with next: the pivot as long as it may stand, then whatever is in
    /// doubt, then the last of what stands. Nothing overtakes it: what is reserved for a job is
    /// given back when the job is gone.
    private List<Step> open(Run run, List<Step> steps) {
        var pivot = steps.stream().filter(step -> step.pivot() && mayStand(run, step)).toList();
        if (!pivot.isEmpty()) {
            return pivot;
        }
        var standing = steps.stream().filter(step -> isToBeUndone(run, step)).toList();
        var inDoubt = standing.stream().filter(Step::isInDoubt).toList();
        return inDoubt.isEmpty() ? lastOf(standing) : inDoubt;
    }

    private static List<Step> lastOf(List<Step> steps) {
        return steps.isEmpty() ? steps : List.of(steps.getLast());
    }

    /// A rejected run leaves standing what only a person could take back.
    private boolean isToBeUndone(Run run, Step step) {
        return step.undoPath() != null
                && switch (step.state()) {
                    case SUCCEEDED, IN_DOUBT, RUNNING -> true;
                    case COMPENSATING -> !isGivenUp(run, step);
                    // taking it back by its business key settles whether it stands, and without
                    // one a person does
                    case PARKED ->
                            (!step.isUndoneByReference() || !isGivenUp(run, step))
                                    && mayHaveBeenDone(step);
                    case PENDING, RETRYING, FAILED, SKIPPED, NOT_NEEDED, COMPENSATED -> false;
                };
    }

    private boolean mayStand(Run run, Step pivot) {
        return pivot.isInDoubt()
                || (pivot.state() == StepState.PARKED
                        && !isGivenUp(run, pivot)
                        && mayHaveBeenDone(pivot));
    }

    private boolean mayHaveBeenDone(Step step) {
        return ledger.read(handle -> new StepTable(handle).mayStand(step));
    }

    private static boolean isGivenUp(Run run, Step step) {
        return run.undoCause() == UndoCause.REJECTED && step.nextAttemptAt() == null;
    }

    private void undoOrSettle(Stay stay, Step step) {
        switch (step.state()) {
            case SUCCEEDED, COMPENSATING, PARKED -> runner.undo(stay.run(), step);
            default -> runner.act(stay, step, List.of(), Then.NOTHING);
        }
    }

    private static RunState undone(Run run) {
        return switch (run.undoCause()) {
            case REFUSED -> RunState.REFUSED;
            case REJECTED -> RunState.REJECTED;
            case TECHNICAL -> RunState.UNDONE;
            case null ->
                    throw new IllegalStateException(
                            "run " + run.id() + " undoes itself without a cause");
        };
    }
}
