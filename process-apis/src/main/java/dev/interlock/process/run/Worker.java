package dev.interlock.process.run;

import dev.interlock.process.run.Run.UndoCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes a run as far as it can go now. The first worker and one that takes over after a crash run
/// the same code: what is to be done is read from the ledger each time.
@ApplicationScoped
class Worker {
    private final Ledger ledger;
    private final Lanes lanes;
    private final Undo undo;
    private final Timetable timetable;
    private final Settlement settlement;
    private final LedgerConfig config;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Worker(
            Ledger ledger,
            Lanes lanes,
            Undo undo,
            Timetable timetable,
            Settlement settlement,
            LedgerConfig config) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.undo = undo;
        this.timetable = timetable;
        this.settlement = settlement;
        this.config = config;
    }

    /// The caller owns the run by its fence.
    void work(RunProcess process, Run run) throws InterruptedException {
        switch (run.state()) {
            case QUEUED -> {
                if (ledger.view(run.id()).waitingFor().isEmpty()) {
                    check(
                            process,
                            ledger.inTransaction(
                                    handle -> new RunTable(handle).move(run, RunState.CHECKING)));
                } else {
                    settlement.rest(process, run, RunState.QUEUED, timetable.now());
                }
            }
            case CHECKING -> check(process, run);
            case RUNNING, WAITING -> drive(process, run, List.of());
            case UNDOING -> undo(process, run);
            case SUCCEEDED, REFUSED, UNANSWERED, UNDONE, CANCELLED, REJECTED ->
                    throw new IllegalStateException(
                            "run " + run.id() + " has ended and cannot be worked on");
        }
    }

    /// The prelude, then every check, then the steps they lead to.
    private void check(RunProcess process, Run run) throws InterruptedException {
        var prelude = advance(stay(process, run, _ -> Optional.empty()), List.of()).orElseThrow();
        if (prelude.stream().anyMatch(step -> step.state().waitsForAPerson())) {
            settlement.rest(process, run, RunState.REFUSED, null);
            return;
        }
        if (!prelude.stream().allMatch(step -> step.state().isDone())) {
            settlement.rest(process, run, RunState.CHECKING, next(prelude));
            return;
        }
        switch (process.decide(run)) {
            case Verdict.Refuse refuse -> {
                keep(process, run, refuse);
                settlement.rest(process, run, RunState.REFUSED, null);
            }
            case Verdict.Unanswered unanswered -> {
                keep(process, run, unanswered);
                var state = unanswered.askAgain() ? RunState.CHECKING : RunState.UNANSWERED;
                settlement.rest(
                        process, run, state, timetable.now().plus(spread(config.longestPause())));
            }
            case Verdict.Go go -> {
                var start = lanes.start(process, run, prelude, go);
                drive(process, start.run(), start.next());
            }
        }
    }

    /// Runs that could not be answered together are not to ask again together.
    private Duration spread(Duration longest) {
        var half = longest.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    private void keep(RunProcess process, Run run, Verdict verdict) {
        ledger.single(handle ->
                new RunTable(handle)
                        .keepFindings(
                                run,
                                Ledger.json(verdict.findings()),
                                process.giveUpAfter().orElse(null)));
    }

    private void drive(RunProcess process, Run run, List<Next> begun) throws InterruptedException {
        var stay =
                stay(
                        process,
                        run,
                        handle ->
                                Optional.of(
                                        Settlement.settle(
                                                handle, process, run, RunState.SUCCEEDED, null)));
        var stopped = advance(stay, begun);
        if (stopped.isPresent()) {
            rest(process, run, stopped.get());
        } else {
            settlement.tell(run, RunState.SUCCEEDED, stay.told().orElseThrow());
        }
    }

    /// What becomes of a run that cannot go on now.
    private void rest(RunProcess process, Run run, List<Step> steps) throws InterruptedException {
        var allOrNothing = process.giveUpAfter().isPresent() && !Step.isPastPivot(steps);
        if (steps.stream().allMatch(step -> step.state().isDone())) {
            settlement.rest(process, run, RunState.SUCCEEDED, null);
        } else if (allOrNothing
                && steps.stream().anyMatch(step -> step.state().waitsForAPerson())) {
            undo(process, beginUndo(run, causeOf(steps)));
        } else if (allOrNothing && timetable.isOver(run.giveUpAt())) {
            undo(process, beginUndo(run, UndoCause.TECHNICAL));
        } else if (allOrNothing) {
            settlement.rest(process, run, RunState.RUNNING, earlier(next(steps), run.giveUpAt()));
        } else {
            settlement.rest(process, run, RunState.WAITING, next(steps));
        }
    }

    /// Runs whatever can run now, side by side, and stays a moment where a repetition is near.
    /// `begun` may be written down already. Where the stay has ended there is nothing to be seen.
    private Optional<List<Step>> advance(Stay stay, List<Next> begun) throws InterruptedException {
        lanes.goOn(stay, begun);
        while (stay.told().isEmpty()) {
            var steps = ledger.steps(stay.run());
            var due = due(steps);
            if (!due.isEmpty()) {
                lanes.workOn(stay, due, steps);
            } else if (!timetable.pause(stay, next(steps), stay.run().giveUpAt())) {
                return Optional.of(steps);
            }
        }
        return Optional.empty();
    }

    private Stay stay(RunProcess process, Run run, Function<Handle, Optional<Told>> ending) {
        return new Stay(process, run, config.retryInPlace(), ending);
    }

    /// Only a target refuses; what we did wrong ourselves may be asked for again.
    private static UndoCause causeOf(List<Step> steps) {
        return steps.stream().anyMatch(step -> step.state() == StepState.FAILED)
                ? UndoCause.REFUSED
                : UndoCause.TECHNICAL;
    }

    private Run beginUndo(Run run, UndoCause cause) {
        return ledger.inTransaction(handle -> new RunTable(handle).beginUndo(run, cause));
    }

    private void undo(RunProcess process, Run run) throws InterruptedException {
        if (!undo.takeBack(process, run)) {
            var forward =
                    ledger.inTransaction(
                            handle -> new RunTable(handle).move(run, RunState.RUNNING));
            drive(process, forward, List.of());
        }
    }

    private List<Step> due(List<Step> steps) {
        return steps.stream()
                .filter(step ->
                        step.state().goesOnAlone() && timetable.isDue(step) && step.canStart(steps))
                .toList();
    }

    private static @Nullable Instant next(List<Step> steps) {
        return Timetable.next(
                steps.stream().filter(s -> s.state().goesOnAlone() && s.canStart(steps)).toList());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
