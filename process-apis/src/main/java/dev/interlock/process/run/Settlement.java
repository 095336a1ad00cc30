package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lets a run rest or end: in one transaction its state, its keys, the answer to whoever asked, and
/// the process's own facts.
@ApplicationScoped
class Settlement {
    private final Ledger ledger;
    private final Waiters waiters;
    private final RunMeters meters;

    Settlement(Ledger ledger, Waiters waiters, RunMeters meters) {
        this.ledger = ledger;
        this.waiters = waiters;
        this.meters = meters;
    }

    void rest(RunProcess process, Run run, RunState state, @Nullable Instant next) {
        var told = ledger.asOwner(run, handle -> settle(handle, process, run, state, next));
        tell(run, state, told);
    }

    /// In the transaction of whoever holds the run.
    static Told settle(
            Handle handle, RunProcess process, Run run, RunState state, @Nullable Instant next) {
        var runs = new RunTable(handle);
        var view = Ledger.view(handle, runs.rest(run, state, next));
        if ((state == RunState.WAITING || state == RunState.UNDOING) && runs.isOverdue(run)) {
            raiseOverdue(new ExceptionTable(handle), view);
        }
        var rest = rest(view);
        if (!rest.equals(view.run().told())) {
            process.settled(handle, view);
        }
        var told =
                switch (process.conclude(view)) {
                    case Conclusion.Answered _ when view.run().isAnswered() ->
                            new Told(view.run().answerStatus(), view.run().answerBody());
                    case Conclusion.Answered answered ->
                            new Told(answered.status(), Ledger.bytes(answered.body()));
                    case Conclusion.KeyFreed _ -> {
                        new IdempotencyTable(handle).free(run.id());
                        yield Told.TO_LOOK;
                    }
                    case Conclusion.GoesOn _ -> Told.TO_LOOK;
                };
        runs.keep(run, rest, told);
        return told;
    }

    /// What goes on alone for too long is told to a person, who may know that it never will.
    private static void raiseOverdue(ExceptionTable exceptions, RunView view) {
        view.steps().stream()
                .filter(step -> step.nextAttemptAt() != null && !step.state().isDone())
                .forEach(step ->
                        exceptions.raise(
                                step,
                                ExceptionItem.Cause.OVERDUE.name(),
                                "%s does not answer as it should for longer than this run is tried; it is"
                                                .formatted(step.target())
                                        + " asked again until it does, or a person decides."));
    }

    /// Told once it is committed.
    void tell(Run run, RunState state, Told told) {
        if (!state.isOpen()) {
            meters.ended(run, state);
        }
        waiters.tell(run.id(), told);
    }

    /// The state of the run and of each step: one more attempt of a step is no other rest.
    private static String rest(RunView view) {
        return view.run().state()
                + view.steps().stream()
                        .map(step -> " " + step.position() + ":" + step.state())
                        .collect(Collectors.joining());
    }
}
