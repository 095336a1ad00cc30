package dev.interlock.process.run;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.run.Next.Again;
import dev.interlock.process.run.Next.Begun;
import dev.interlock.process.run.Outcome.Kind;
import dev.interlock.process.run.StepTable.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

    /// What a success lets begin, and whether nothing is left to do for its target.
    record Success(boolean arrived, List<Next> next) {
        static final Success ALONE = new Success(false, List.of());
    }

    /// How an attempt has ended.
    private record Ended(Step step, int number, Outcome outcome, StepState state) {}

    /// Written with the success of a step, when the steps of its run stood like this.
    interface Then extends BiFunction<Handle, List<StepState>, Success> {}

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

    /// Writes the first attempts of steps down; `all` are the steps of the run as they stand.
    List<Begun> begin(Handle handle, Run run, List<Step> steps, List<Step> all) {
        if (steps.isEmpty()) {
            return List.of();
        }
        var openings = steps.stream().map(s -> new Opening(s, sender.demand(s))).toList();
        var numbers =
                new StepTable(handle).begin(run, StepState.RUNNING, traceId(), false, openings);
        return IntStream.range(0, steps.size())
                .mapToObj(
                        i -> new Begun(steps.get(i), all, openings.get(i).demand(), numbers.get(i)))
                .toList();
    }

    private List<Next> attempt(Stay stay, Step step, Supplier<Begun> begun, Then then) {
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var now = begun.get();
            var unreadable = now.demand().unreadable();
            outcome = unreadable == null ? send(stay, step, now.demand()) : unreadable;
            var state = Consequence.afterAct(stay.process(), step, now.number(), outcome);
            return end(stay.run(), new Ended(step, now.number(), outcome, state), then);
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private Begun begin(Run run, Step step, List<Step> all) {
        var opening = new Opening(step, sender.demand(step));
        var number = ledger.single(handle -> begin(handle, run, StepState.RUNNING, false, opening));
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
                    var number = begin(handle, run, StepState.RUNNING, false, opening);
                    stay.process().perform(handle, run, step);
                    var done = Outcome.of(Kind.DONE, "done here", null);
                    var ended = new Ended(step, number, done, StepState.SUCCEEDED);
                    return write(handle, run, ended, then);
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
            var number =
                    ledger.single(
                            handle -> begin(handle, run, StepState.COMPENSATING, true, opening));
            outcome = sender.undo(run, step);
            var ended = new Ended(step, number, outcome, Consequence.afterUndo(outcome));
            end(run, ended, (_, _) -> Success.ALONE);
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private static int begin(
            Handle handle, Run run, StepState state, boolean undo, Opening opening) {
        return new StepTable(handle)
                .begin(run, state, traceId(), undo, List.of(opening))
                .getFirst();
    }

    /// `then` is written in the same transaction, where the step is done.
    private List<Next> end(Run run, Ended ended, Then then) {
        if (ended.outcome().kind() == Kind.FENCED) {
            throw new FencedException();
        }
        var step = ended.step();
        var written = ledger.inTransaction(handle -> write(handle, run, ended, then));
        if (!ended.state().isDone() && ended.state() != StepState.COMPENSATED) {
            LOG.warnf(
                    "Step %s of run %s is %s: %s",
                    step.name(), run.id(), ended.state(), ended.outcome().detail());
        }
        return told(step, written);
    }

    private List<Next> told(Step step, Written written) {
        written.arrival().ifPresent(time -> meters.arrived(step.target(), time));
        return written.next();
    }

    /// What the end of an attempt has led to.
    private record Written(Optional<Duration> arrival, List<Next> next) {}

    private Written write(Handle handle, Run run, Ended ended, Then then) {
        var step = ended.step();
        var outcome = ended.outcome();
        var state = ended.state();
        var refusedUndo =
                state == StepState.COMPENSATING && !Consequence.isTechnical(outcome.kind());
        var pause = pause(state, ended.number(), outcome, refusedUndo);
        var end = new StepTable(handle).end(run, step, ended.number(), outcome, state, pause);
        if (refusedUndo || waitsForAPerson(run, step.in(state))) {
            new ExceptionTable(handle)
                    .raise(
                            step,
                            Consequence.cause(outcome.kind(), refusedUndo),
                            String.valueOf(outcome.detail()));
        } else if (ended.number() > 1 && pause == null) {
            new ExceptionTable(handle).settle(step);
        }
        if (state.isDone()) {
            var success = then.apply(handle, end.states());
            return new Written(
                    success.arrived() ? Optional.of(end.age()) : Optional.empty(), success.next());
        }
        return new Written(
                Optional.empty(), pause == null ? List.of() : List.of(new Again(step, pause)));
    }

    /// A run that takes itself back goes on past what was refused, and past what it can take back
    /// whether it stands or not.
    private static boolean waitsForAPerson(Run run, Step step) {
        return run.state() == RunState.UNDOING
                ? step.isLeftToAPerson()
                : step.state().waitsForAPerson();
    }

    private @Nullable Duration pause(
            StepState state, int number, Outcome outcome, boolean refusedUndo) {
        if (outcome.kind() == Kind.STALE && number == 1) {
            return Duration.ZERO;
        }
        var repeats = state.goesOnAlone() || (state == StepState.COMPENSATING && !refusedUndo);
        return repeats ? backoff.afterAttempt(number, outcome.retryAfter()) : null;
    }

    private static String traceId() {
        return CurrentCorrelation.get().traceId();
    }
}
