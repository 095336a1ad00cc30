package dev.interlock.process.run;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.run.Next.Begun;
import dev.interlock.process.run.Next.Here;
import dev.interlock.process.run.Outcome.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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

    /// How an attempt has ended.
    private record Ended(Step step, int number, Outcome outcome, StepState state) {}

    /// One attempt of a step and no more.
    void act(RunProcess process, Run run, Step step) {
        act(process, run, step, List.of(), _ -> List.of());
    }

    /// One attempt of each step, side by side, and of whatever the success of one lets begin: the
    /// end of one and the begin of the next are one commit. `all` are the steps as they stand;
    /// `last` is written with the end after which nothing is left to do.
    void workOn(RunProcess process, Run run, List<Step> steps, List<Step> all, Last last)
            throws InterruptedException {
        var known = steps.size() == 1 ? all : List.<Step>of();
        Together.each(
                steps,
                step ->
                        goOn(
                                process,
                                run,
                                act(process, run, step, known, next(run, step, known, last)),
                                last));
    }

    /// The same from attempts that are written down already.
    void goOn(RunProcess process, Run run, List<Next> begun, Last last)
            throws InterruptedException {
        var next = begun;
        while (next.size() == 1) {
            next = go(process, run, next.getFirst(), last);
        }
        Together.each(next, one -> goOn(process, run, List.of(one), last));
    }

    private List<Next> go(RunProcess process, Run run, Next one, Last last) {
        return switch (one) {
            case Begun begun -> {
                gate.first(begun.step());
                yield attempt(
                        process,
                        run,
                        begun.step(),
                        () -> begun,
                        next(run, begun.step(), begun.all(), last));
            }
            case Here here ->
                    actHere(process, run, here.step(), next(run, here.step(), List.of(), last));
        };
    }

    private List<Next> act(
            RunProcess process,
            Run run,
            Step step,
            List<Step> all,
            Function<Handle, List<Next>> then) {
        if (step.isLocal()) {
            return actHere(process, run, step, then);
        }
        return isPutOff(run, step)
                ? List.of()
                : attempt(process, run, step, () -> begin(run, step, all), then);
    }

    /// Written with the success of a step. Whoever ends a step holds the run, so of those that end
    /// side by side one alone is the last that another step has waited for.
    private Function<Handle, List<Next>> next(Run run, Step step, List<Step> all, Last last) {
        return handle -> {
            var now =
                    all.isEmpty()
                            ? new StepTable(handle).of(run.id())
                            : all.stream()
                                    .map(s -> s.position() == step.position() ? s.succeeded() : s)
                                    .toList();
            if (now.stream().allMatch(s -> s.state().isDone())) {
                last.write(handle);
                return List.of();
            }
            var waited = now.stream().filter(s -> s.after().contains(step.position())).toList();
            return begin(handle, run, waited, now);
        };
    }

    /// Writes the first attempts of steps down beside what led to them: of those that wait for
    /// nothing any more.
    List<Next> begin(Handle handle, Run run, List<Step> steps, List<Step> all) {
        var goingOn = all.stream().filter(s -> s.state().goesOnAlone() && s.canStart(all)).count();
        var known = goingOn == 1 ? all : List.<Step>of();
        return steps.stream()
                .filter(step -> step.isNew() && step.canStart(all))
                .<Next>map(
                        step -> step.isLocal() ? new Here(step) : begin(handle, run, step, known))
                .toList();
    }

    private Begun begin(Handle handle, Run run, Step step, List<Step> all) {
        var demand = sender.demand(step);
        var number =
                new StepTable(handle)
                        .begin(run, step, StepState.RUNNING, traceId(), false, demand.ifMatch());
        return new Begun(step, all, demand, number);
    }

    private List<Next> attempt(
            RunProcess process,
            Run run,
            Step step,
            Supplier<Begun> begun,
            Function<Handle, List<Next>> then) {
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var now = begun.get();
            var unreadable = now.demand().unreadable();
            outcome = unreadable == null ? send(process, run, step, now.demand()) : unreadable;
            var state = Consequence.afterAct(step, now.number(), outcome);
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

    private List<Next> actHere(
            RunProcess process, Run run, Step step, Function<Handle, List<Next>> then) {
        var written =
                ledger.asOwner(
                        run,
                        handle -> {
                            var steps = new StepTable(handle);
                            var number =
                                    steps.begin(
                                            run, step, StepState.RUNNING, traceId(), false, null);
                            process.perform(handle, run, step);
                            var arrival =
                                    steps.end(
                                            step,
                                            number,
                                            Outcome.of(Kind.DONE, "done here", null),
                                            StepState.SUCCEEDED,
                                            null);
                            return new Written(arrival, then.apply(handle));
                        });
        written.arrival().ifPresent(time -> meters.arrived(step.target(), time));
        return written.next();
    }

    void undo(Run run, Step step) {
        if (isPutOff(run, step)) {
            return;
        }
        var outcome = Outcome.of(Kind.IN_DOUBT, "not ended", null);
        try {
            var number = begin(run, step, StepState.COMPENSATING, true, null);
            outcome = sender.undo(run, step);
            var ended = new Ended(step, number, outcome, Consequence.afterUndo(outcome));
            end(run, ended, _ -> List.of());
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
    private List<Next> end(Run run, Ended ended, Function<Handle, List<Next>> then) {
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
    private record Written(Optional<Duration> arrival, List<Next> next) {
        static final Written NOTHING = new Written(Optional.empty(), List.of());
    }

    private Written write(Handle handle, Ended ended, Function<Handle, List<Next>> then) {
        var step = ended.step();
        var outcome = ended.outcome();
        var state = ended.state();
        var refusedUndo =
                state == StepState.COMPENSATING && !Consequence.isTechnical(outcome.kind());
        var arrival =
                new StepTable(handle)
                        .end(
                                step,
                                ended.number(),
                                outcome,
                                state,
                                delay(state, ended.number(), outcome, refusedUndo));
        if (state.waitsForAPerson() || refusedUndo) {
            new ExceptionTable(handle)
                    .raise(
                            step,
                            Consequence.cause(outcome.kind(), refusedUndo),
                            String.valueOf(outcome.detail()));
        }
        return state == StepState.SUCCEEDED
                ? new Written(arrival, then.apply(handle))
                : Written.NOTHING;
    }

    private @Nullable Duration delay(
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
