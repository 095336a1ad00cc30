package dev.interlock.process.run;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.run.Next.Again;
import dev.interlock.process.run.Next.Begun;
import dev.interlock.process.run.Outcome.Kind;
import dev.interlock.process.run.StepTable.Ending;
import dev.interlock.process.run.StepTable.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One attempt of one step: written down, made, and its outcome written down.
@ApplicationScoped
class StepRunner {
    private static final Logger LOG = Logger.getLogger(StepRunner.class);

    private final Ledger ledger;
    private final StepSender sender;
    private final RetryGate gate;
    private final RunMeters meters;
    private final Backoff backoff;

    StepRunner(
            Ledger ledger,
            StepSender sender,
            RetryGate gate,
            RunMeters meters,
            LedgerConfig config) {
        this.ledger = ledger;
        this.sender = sender;
        this.gate = gate;
        this.meters = meters;
        this.backoff = new Backoff(config.longestPause(), RandomGenerator.getDefault());
    }

    /// One attempt of a step; `then` is written with its success.
    List<Next> act(Stay stay, Step step, List<Step> all, Then then) {
        if (step.isLocal()) {
            return actHere(stay, step, then);
        }
        return isPutOff(stay.run(), step)
                ? List.of()
                : attempt(stay, step, () -> begin(stay.run(), step, all), then);
    }

    /// A first attempt that is written down already.
    List<Next> make(Stay stay, Begun begun, Then then) {
        gate.first(begun.step());
        return attempt(stay, begun.step(), () -> begun, then);
    }

    /// Writes a run's verdict and its steps down, with the first attempts of those that begin.
    Run start(RunProcess process, Run run, Verdict.Go go, List<Step> steps, List<Opening> begun) {
        return ledger.single(handle ->
                new PlanTable(handle)
                        .start(
                                run,
                                go,
                                process.giveUpAfter().orElse(null),
                                steps,
                                begun,
                                traceId()));
    }

    /// Writes the first attempts of steps down; `all` are the steps of the run as they stand.
    List<Begun> begin(Handle handle, Run run, List<Step> steps, List<Step> all) {
        if (steps.isEmpty()) {
            return List.of();
        }
        var openings = openings(steps);
        var numbers = new StepTable(handle).begin(run, false, traceId(), openings);
        return IntStream.range(0, steps.size())
                .mapToObj(
                        i -> new Begun(steps.get(i), all, openings.get(i).demand(), numbers.get(i)))
                .toList();
    }

    List<Opening> openings(List<Step> steps) {
        return steps.stream().map(step -> new Opening(step, sender.demand(step))).toList();
    }

    private List<Next> attempt(Stay stay, Step step, Supplier<Begun> begun, Then then) {
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var now = begun.get();
            var unreadable = now.demand().unreadable();
            outcome = unreadable == null ? send(stay, step, now.demand()) : unreadable;
            var state = Consequence.afterAct(stay.process(), step, now.number(), outcome);
            return end(stay.run(), ending(step, now.number(), outcome, state), then);
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private Begun begin(Run run, Step step, List<Step> all) {
        var opening = new Opening(step, sender.demand(step));
        var number = ledger.single(handle -> begin(handle, run, false, opening));
        return new Begun(step, all, opening.demand(), number);
    }

    /// Nothing is written down of an attempt that is not made, but when it is looked at again.
    private boolean isPutOff(Run run, Step step) {
        var pause = gate.putOff(step);
        pause.ifPresent(time ->
                ledger.asOwner(
                        run,
                        handle -> {
                            new StepTable(handle).postpone(step, time);
                            return true;
                        }));
        return pause.isPresent();
    }

    /// A draft that cannot be completed now has been sent to nobody.
    private Outcome send(Stay stay, Step step, Demand demand) {
        var run = stay.run();
        if (!step.draft()) {
            return sender.act(run, step, demand);
        }
        byte[] exact;
        try {
            exact = stay.process().complete(run, step);
        } catch (TargetFailed unanswered) {
            return Outcome.of(Kind.NO_EFFECT, unanswered.detail(), null);
        }
        ledger.single(handle -> new StepTable(handle).complete(run, step, exact));
        return sender.act(run, step.completed(exact), demand);
    }

    List<Next> actHere(Stay stay, Step step, Then then) {
        var run = stay.run();
        var written =
                ledger.inTransaction(handle -> {
                    var opening = new Opening(step, Demand.NOTHING);
                    var number = begin(handle, run, false, opening);
                    stay.process().perform(handle, run, step);
                    var done = Outcome.of(Kind.DONE, "done here", null);
                    return write(
                            Writing.in(handle),
                            run,
                            ending(step, number, done, StepState.SUCCEEDED),
                            then);
                });
        return told(step, written);
    }

    void undo(Run run, Step step) {
        if (isPutOff(run, step)) {
            return;
        }
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var opening = new Opening(step, Demand.NOTHING);
            var number = ledger.single(handle -> begin(handle, run, true, opening));
            outcome = sender.undo(run, step);
            end(run, ending(step, number, outcome, Consequence.afterUndo(outcome)), Then.NOTHING);
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private static int begin(Handle handle, Run run, boolean undo, Opening opening) {
        return new StepTable(handle).begin(run, undo, traceId(), List.of(opening)).getFirst();
    }

    private Ending ending(Step step, int number, Outcome outcome, StepState state) {
        return new Ending(step, number, outcome, state, pause(state, number, outcome));
    }

    /// One statement, but where a person has to be told, or the run ends with it.
    private List<Next> end(Run run, Ending ending, Then then) {
        var outcome = ending.outcome();
        if (outcome.kind() == Kind.FENCED) {
            throw new FencedException();
        }
        var isLast = ending.state().isDone() && then.isLast();
        var written =
                isLast || beside(run, ending).isPresent()
                        ? ledger.inTransaction(
                                handle -> write(Writing.in(handle), run, ending, then))
                        : write(ledger, run, ending, then);
        var step = ending.step();
        if (!ending.state().isDone() && ending.state() != StepState.COMPENSATED) {
            LOG.warnf(
                    "Step %s of run %s is %s: %s",
                    step.name(), run.id(), ending.state(), outcome.detail());
        }
        return told(step, written);
    }

    private List<Next> told(Step step, Written written) {
        written.arrival().ifPresent(time -> meters.arrived(step.target(), time));
        return written.next();
    }

    /// What the end of an attempt has led to.
    private record Written(Optional<Duration> arrival, List<Next> next) {}

    private Written write(Writing writing, Run run, Ending ending, Then then) {
        var state = ending.state();
        var ahead = state.isDone() ? openings(then.ahead()) : List.<Opening>of();
        var end =
                writing.single(handle -> new StepTable(handle).end(run, ending, traceId(), ahead));
        beside(run, ending).ifPresent(writing::inTransaction);
        if (state.isDone()) {
            var success = then.after(writing, end.states(), ahead);
            return new Written(
                    success.arrived() ? Optional.of(end.age()) : Optional.empty(), success.next());
        }
        var pause = ending.pause();
        return new Written(
                Optional.empty(),
                pause == null ? List.of() : List.of(new Again(ending.step(), pause)));
    }

    /// What a person is told with the end of an attempt, or no longer has to know.
    private static Optional<Function<Handle, Boolean>> beside(Run run, Ending ending) {
        var step = ending.step();
        var outcome = ending.outcome();
        var refusedUndo = isRefusedUndo(ending.state(), outcome);
        if (refusedUndo || waitsForAPerson(run, step.in(ending.state()))) {
            return Optional.of(handle -> {
                new ExceptionTable(handle)
                        .raise(
                                step,
                                Consequence.cause(outcome.kind(), refusedUndo),
                                String.valueOf(outcome.detail()));
                return true;
            });
        }
        return ending.number() > 1 && ending.pause() == null
                ? Optional.of(handle -> {
                    new ExceptionTable(handle).settle(step);
                    return true;
                })
                : Optional.empty();
    }

    /// A run that takes itself back goes on past what was refused, and past what it can take back
    /// whether it stands or not.
    private static boolean waitsForAPerson(Run run, Step step) {
        return run.state() == RunState.UNDOING
                ? step.isLeftToAPerson()
                : step.state().waitsForAPerson();
    }

    private @Nullable Duration pause(StepState state, int number, Outcome outcome) {
        if (outcome.kind() == Kind.STALE && number == 1) {
            return Duration.ZERO;
        }
        var repeats =
                state.goesOnAlone()
                        || (state == StepState.COMPENSATING && !isRefusedUndo(state, outcome));
        return repeats ? backoff.afterAttempt(number, outcome.retryAfter()) : null;
    }

    private static boolean isRefusedUndo(StepState state, Outcome outcome) {
        return state == StepState.COMPENSATING && !Consequence.isTechnical(outcome.kind());
    }

    private static String traceId() {
        return CurrentCorrelation.get().traceId();
    }
}
