package dev.interlock.process.run;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.run.Outcome.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
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

    void act(RunProcess process, Run run, Step step) {
        if (step.isLocal()) {
            actHere(process, run, step);
            return;
        }
        if (isPutOff(run, step)) {
            return;
        }
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var demand = sender.demand(step);
            var number = begin(run, step, StepState.RUNNING, false, demand.ifMatch());
            outcome =
                    demand.unreadable() == null
                            ? send(process, run, step, demand)
                            : demand.unreadable();
            end(run, step, number, outcome, afterAct(step, number, outcome));
        } finally {
            gate.ended(step, outcome.kind());
        }
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
            end(run, step, number, outcome, afterUndo(outcome));
        } finally {
            gate.ended(step, outcome.kind());
        }
    }

    private int begin(Run run, Step step, StepState state, boolean undo, @Nullable String ifMatch) {
        return ledger.asOwner(
                run,
                handle -> new StepTable(handle).begin(run, step, state, traceId(), undo, ifMatch));
    }

    private void end(Run run, Step step, int number, Outcome outcome, StepState state) {
        if (outcome.kind() == Kind.FENCED) {
            throw new FencedException();
        }
        var refusedUndo = state == StepState.COMPENSATING && !isTechnical(outcome.kind());
        var arrival =
                ledger.asOwner(
                        run,
                        handle -> {
                            var steps = new StepTable(handle);
                            steps.end(
                                    step,
                                    number,
                                    outcome,
                                    state,
                                    delay(state, number, outcome, refusedUndo));
                            if (state.waitsForAPerson() || refusedUndo) {
                                new ExceptionTable(handle)
                                        .raise(
                                                step,
                                                cause(outcome.kind(), refusedUndo),
                                                String.valueOf(outcome.detail()));
                            }
                            return state == StepState.SUCCEEDED
                                    ? steps.arrival(step)
                                    : Optional.<Duration>empty();
                        });
        arrival.ifPresent(time -> meters.arrived(step.target(), time));
        if (state != StepState.SUCCEEDED && state != StepState.COMPENSATED) {
            LOG.warnf(
                    "Step %s of run %s is %s: %s", step.name(), run.id(), state, outcome.detail());
        }
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
