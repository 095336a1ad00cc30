package dev.interlock.process.run;

import dev.interlock.process.run.Run.UndoCause;
import dev.interlock.process.run.StepRunner.Success;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    private final StepRunner runner;
    private final StepSender sender;
    private final Settlement settlement;
    private final LedgerConfig config;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Worker(
            Ledger ledger,
            Lanes lanes,
            StepRunner runner,
            StepSender sender,
            Settlement settlement,
            LedgerConfig config) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.runner = runner;
        this.sender = sender;
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
                    settlement.rest(process, run, RunState.QUEUED, now());
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
                settlement.rest(process, run, state, now().plus(spread(config.longestPause())));
            }
            case Verdict.Go go -> {
                var begun =
                        ledger.inTransaction(handle -> {
                            var decided = decide(handle, process, run, RunState.RUNNING, go);
                            var steps = new StepTable(handle);
                            var all = new ArrayList<>(prelude);
                            all.addAll(steps.insert(run.id(), prelude.size(), go.steps(), false));
                            new SearchTable(handle).insert(run, go.searchKeys());
                            return new Start(decided, lanes.begin(handle, run, all, all));
                        });
                drive(process, begun.run(), begun.next());
            }
        }
    }

    /// Runs that could not be answered together are not to ask again together.
    private Duration spread(Duration longest) {
        var half = longest.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    private record Start(Run run, List<Next> next) {}

    private void keep(RunProcess process, Run run, Verdict verdict) {
        ledger.inTransaction(handle -> decide(handle, process, run, RunState.CHECKING, verdict));
    }

    private static Run decide(
            Handle handle, RunProcess process, Run run, RunState state, Verdict verdict) {
        return new RunTable(handle)
                .decide(
                        run,
                        state,
                        Ledger.json(verdict.findings()),
                        process.giveUpAfter().orElse(null));
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
            undo(process, beginUndo(run, UndoCause.REFUSED));
        } else if (allOrNothing && isOver(run.giveUpAt())) {
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
            } else if (!pause(stay, next(steps), stay.run().giveUpAt())) {
                return Optional.of(steps);
            }
        }
        return Optional.empty();
    }

    private Stay stay(RunProcess process, Run run, Function<Handle, Optional<Told>> ending) {
        return new Stay(process, run, config.retryInPlace(), ending);
    }

    private Run beginUndo(Run run, UndoCause cause) {
        return ledger.inTransaction(handle -> new RunTable(handle).beginUndo(run, cause));
    }

    /// What is in doubt is settled first; then everything that stands is taken back, last first.
    private void undo(RunProcess process, Run run) throws InterruptedException {
        if (!sender.announceFence(run)) {
            settlement.rest(process, run, RunState.UNDOING, now().plus(config.longestPause()));
            return;
        }
        var stay = stay(process, run, _ -> Optional.empty());
        while (true) {
            var steps = ledger.steps(run);
            var open = steps.stream().filter(step -> isToBeUndone(run, step)).toList();
            var due =
                    open.stream().filter(this::isDue).max(Comparator.comparingInt(Step::position));
            if (open.isEmpty()) {
                settlement.rest(process, run, undone(run), null);
                return;
            } else if (due.isPresent()) {
                undoOrSettle(stay, due.get());
            } else if (!pause(stay, nextOf(open), null)) {
                settlement.rest(process, run, RunState.UNDOING, nextOf(open));
                return;
            }
        }
    }

    private void undoOrSettle(Stay stay, Step step) {
        switch (step.state()) {
            case SUCCEEDED, COMPENSATING, PARKED -> runner.undo(stay.run(), step);
            default -> runner.act(stay, step, List.of(), (_, _) -> Success.ALONE);
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

    /// A rejected run leaves standing what only a person could take back.
    private static boolean isToBeUndone(Run run, Step step) {
        var gaveUp = run.undoCause() == UndoCause.REJECTED && step.nextAttemptAt() == null;
        return step.undoPath() != null
                && switch (step.state()) {
                    case SUCCEEDED, IN_DOUBT, RUNNING -> true;
                    case COMPENSATING -> !gaveUp;
                    // nobody knows whether it stands: taking it back by its business key settles
                    // that, and without one a person does
                    case PARKED -> !step.isUndoneByReference() || !gaveUp;
                    case PENDING, RETRYING, FAILED, SKIPPED, COMPENSATED -> false;
                };
    }

    private List<Step> due(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state().goesOnAlone() && isDue(step) && step.canStart(steps))
                .toList();
    }

    private boolean isDue(Step step) {
        return step.nextAttemptAt() == null
                ? step.state() != StepState.COMPENSATING
                        && !(step.state() == StepState.PARKED && step.isUndoneByReference())
                : !step.nextAttemptAt().isAfter(now());
    }

    private static @Nullable Instant next(List<Step> steps) {
        return nextOf(
                steps.stream().filter(s -> s.state().goesOnAlone() && s.canStart(steps)).toList());
    }

    private static @Nullable Instant nextOf(List<Step> steps) {
        return steps.stream()
                .map(Step::nextAttemptAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// False when it is too long until then to wait for it here.
    private boolean pause(Stay stay, @Nullable Instant next, @Nullable Instant giveUpAt)
            throws InterruptedException {
        return next != null && !isOver(giveUpAt) && stay.pause(Duration.between(now(), next));
    }

    private boolean isOver(@Nullable Instant deadline) {
        return deadline != null && !now().isBefore(deadline);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /// The database's clock, on which every lease and pause is written.
    private Instant now() {
        return ledger.read(handle -> new RunTable(handle).now());
    }
}
