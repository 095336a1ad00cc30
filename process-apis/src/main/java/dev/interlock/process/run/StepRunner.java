package dev.interlock.process.run;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.run.Outcome.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One attempt of one step: written down, made, and its outcome written down.
@ApplicationScoped
class StepRunner {
    /// Losing the race for an ETag this often means somebody else keeps writing: a person should
    /// look.
    private static final int STALE_TRIES = 5;

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

    /// An attempt that is written down and now may be made; `all` are the steps of its run as they
    /// stand, where nobody works on another one.
    record Begun(Step step, List<Step> all, Demand demand, int number) {}

    /// How an attempt has ended.
    private record Ended(Step step, int number, Outcome outcome, StepState state) {}

    /// One attempt of a step that is worked on beside others.
    void act(RunProcess process, Run run, Step step) {
        if (step.isLocal()) {
            actHere(process, run, step);
        } else if (!isPutOff(run, step)) {
            attempt(process, run, step, () -> begin(run, step, List.of()), _ -> Optional.empty());
        }
    }

    /// One attempt of the only step that can be worked on, and as long as each succeeds, of the one
    /// that waited for it: the end of one and the begin of the next are one commit. `last` is
    /// written with the end after which nothing is left to do.
    void actInTurn(RunProcess process, Run run, Step step, List<Step> all, Consumer<Handle> last) {
        if (step.isLocal()) {
            actHere(process, run, step);
        } else if (!isPutOff(run, step)) {
            var next =
                    attempt(
                            process,
                            run,
                            step,
                            () -> begin(run, step, all),
                            inTurn(run, step, all, last));
            goOn(process, run, next, last);
        }
    }

    /// The same from an attempt that is written down already.
    void goOn(RunProcess process, Run run, Optional<Begun> begun, Consumer<Handle> last) {
        var next = begun;
        while (next.isPresent()) {
            var now = next.get();
            gate.first(now.step());
            next =
                    attempt(
                            process,
                            run,
                            now.step(),
                            () -> now,
                            inTurn(run, now.step(), now.all(), last));
        }
    }

    private Function<Handle, Optional<Begun>> inTurn(
            Run run, Step step, List<Step> all, Consumer<Handle> last) {
        return handle -> {
            var now =
                    all.stream()
                            .map(s -> s.position() == step.position() ? s.succeeded() : s)
                            .toList();
            if (now.stream().allMatch(s -> s.state().isDone())) {
                last.accept(handle);
                return Optional.empty();
            }
            return beginNext(handle, run, now);
        };
    }

    /// Writes the first attempt of a step down beside what led to it: where one step alone can be
    /// worked on, for the first time, and nobody has to be asked what stands.
    Optional<Begun> beginNext(Handle handle, Run run, List<Step> all) {
        var open =
                all.stream()
                        .filter(step -> step.state().goesOnAlone() && step.canStart(all))
                        .toList();
        if (open.size() != 1 || !open.getFirst().isReadyAsItIs()) {
            return Optional.empty();
        }
        var step = open.getFirst();
        var demand = sender.demand(step);
        var number =
                new StepTable(handle)
                        .begin(run, step, StepState.RUNNING, traceId(), false, demand.ifMatch());
        return Optional.of(new Begun(step, all, demand, number));
    }

    private Optional<Begun> attempt(
            RunProcess process,
            Run run,
            Step step,
            Supplier<Begun> begun,
            Function<Handle, Optional<Begun>> then) {
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var now = begun.get();
            var unreadable = now.demand().unreadable();
            outcome = unreadable == null ? send(process, run, step, now.demand()) : unreadable;
            var state = afterAct(step, now.number(), outcome);
            return end(run, new Ended(step, now.number(), outcome, state), then);
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private Begun begin(Run run, Step step, List<Step> all) {
        var demand = sender.demand(step);
        return new Begun(
                step, all, demand, begin(run, step, StepState.RUNNING, false, demand.ifMatch()));
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
    private Outcome send(RunProcess process, Run run, Step step, Demand demand) {
        if (!step.draft()) {
            return sender.act(run, step, demand);
        }
        byte[] exact;
        try {
            exact = process.complete(run, step);
        } catch (TargetFailed unanswered) {
            return Outcome.of(Kind.NO_EFFECT, unanswered.detail(), null);
        }
        ledger.asOwner(
                run,
                handle -> {
                    new StepTable(handle).complete(step, exact);
                    return true;
                });
        return sender.act(run, step.completed(exact), demand);
    }

    private void actHere(RunProcess process, Run run, Step step) {
        var arrival =
                ledger.asOwner(
                        run,
                        handle -> {
                            var steps = new StepTable(handle);
                            var number =
                                    steps.begin(
                                            run, step, StepState.RUNNING, traceId(), false, null);
                            process.perform(handle, run, step);
                            steps.end(
                                    step,
                                    number,
                                    Outcome.of(Kind.DONE, "done here", null),
                                    StepState.SUCCEEDED,
                                    null);
                            return steps.arrival(step);
                        });
        arrival.ifPresent(time -> meters.arrived(step.target(), time));
    }

    void undo(Run run, Step step) {
        if (isPutOff(run, step)) {
            return;
        }
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var number = begin(run, step, StepState.COMPENSATING, true, null);
            outcome = sender.undo(run, step);
            var ended = new Ended(step, number, outcome, afterUndo(outcome));
            end(run, ended, _ -> Optional.empty());
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private int begin(Run run, Step step, StepState state, boolean undo, @Nullable String ifMatch) {
        return ledger.asOwner(
                run,
                handle -> new StepTable(handle).begin(run, step, state, traceId(), undo, ifMatch));
    }

    /// `then` is written in the same transaction, where the step has succeeded.
    private Optional<Begun> end(Run run, Ended ended, Function<Handle, Optional<Begun>> then) {
        if (ended.outcome().kind() == Kind.FENCED) {
            throw new FencedException();
        }
        var step = ended.step();
        var written = ledger.asOwner(run, handle -> write(handle, ended, then));
        written.arrival().ifPresent(time -> meters.arrived(step.target(), time));
        if (ended.state() != StepState.SUCCEEDED && ended.state() != StepState.COMPENSATED) {
            LOG.warnf(
                    "Step %s of run %s is %s: %s",
                    step.name(), run.id(), ended.state(), ended.outcome().detail());
        }
        return written.next();
    }

    /// What the end of an attempt has led to.
    private record Written(Optional<Duration> arrival, Optional<Begun> next) {
        static final Written NOTHING = new Written(Optional.empty(), Optional.empty());
    }

    private Written write(Handle handle, Ended ended, Function<Handle, Optional<Begun>> then) {
        var steps = new StepTable(handle);
        var step = ended.step();
        var outcome = ended.outcome();
        var state = ended.state();
        var refusedUndo = state == StepState.COMPENSATING && !isTechnical(outcome.kind());
        steps.end(
                step,
                ended.number(),
                outcome,
                state,
                delay(state, ended.number(), outcome, refusedUndo));
        if (state.waitsForAPerson() || refusedUndo) {
            new ExceptionTable(handle)
                    .raise(
                            step,
                            cause(outcome.kind(), refusedUndo),
                            String.valueOf(outcome.detail()));
        }
        return state == StepState.SUCCEEDED
                ? new Written(steps.arrival(step), then.apply(handle))
                : Written.NOTHING;
    }

    /// A step that was in doubt stays so until the target answers: what never left this time says
    /// nothing of the last.
    static StepState afterAct(Step step, int number, Outcome outcome) {
        return switch (outcome.kind()) {
            case DONE -> StepState.SUCCEEDED;
            case NO_EFFECT -> step.isInDoubt() ? StepState.IN_DOUBT : StepState.RETRYING;
            case IN_DOUBT -> StepState.IN_DOUBT;
            case STALE -> number < STALE_TRIES ? StepState.RETRYING : StepState.FAILED;
            case REFUSED, ABSENT -> StepState.FAILED;
            case OUTCOME_UNKNOWN, DEFECT, FENCED -> StepState.PARKED;
        };
    }

    private static StepState afterUndo(Outcome outcome) {
        return switch (outcome.kind()) {
            case DONE, ABSENT -> StepState.COMPENSATED;
            case NO_EFFECT, IN_DOUBT, STALE, REFUSED, OUTCOME_UNKNOWN, DEFECT, FENCED ->
                    StepState.COMPENSATING;
        };
    }

    private static boolean isTechnical(Kind kind) {
        return kind == Kind.NO_EFFECT || kind == Kind.IN_DOUBT || kind == Kind.STALE;
    }

    private @Nullable Duration delay(
            StepState state, int number, Outcome outcome, boolean refusedUndo) {
        if (outcome.kind() == Kind.STALE && number == 1) {
            return Duration.ZERO;
        }
        var repeats = state.goesOnAlone() || (state == StepState.COMPENSATING && !refusedUndo);
        return repeats ? backoff.afterAttempt(number, outcome.retryAfter()) : null;
    }

    private static String cause(Kind kind, boolean refusedUndo) {
        if (refusedUndo) {
            return "UNDO_REFUSED";
        }
        return switch (kind) {
            case OUTCOME_UNKNOWN -> "OUTCOME_UNKNOWN";
            case DEFECT, FENCED -> "DEFECT";
            case DONE, NO_EFFECT, STALE, IN_DOUBT, REFUSED, ABSENT -> "FUNCTIONAL";
        };
    }

    private static String traceId() {
        return CurrentCorrelation.get().traceId();
    }
}
