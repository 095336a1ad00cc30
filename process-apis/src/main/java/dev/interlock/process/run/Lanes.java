package dev.interlock.process.run;

import dev.interlock.process.run.Next.Again;
import dev.interlock.process.run.Next.Begun;
import dev.interlock.process.run.Next.Here;
import dev.interlock.process.run.StepRunner.Success;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The steps of a run side by side, each followed by what its success lets begin: the end of one
/// and the begin of the next are one commit.
@ApplicationScoped
class Lanes {
    private final Ledger ledger;
    private final StepRunner runner;

    Lanes(Ledger ledger, StepRunner runner) {
        this.ledger = ledger;
        this.runner = runner;
    }

    /// From steps that are due; `all` are the steps as they stand. Returns when every lane has come
    /// to rest.
    void workOn(Stay stay, List<Step> due, List<Step> all) throws InterruptedException {
        var known = due.size() == 1 ? all : List.<Step>of();
        Together.each(
                due, step -> goOn(stay, runner.act(stay, step, known, next(stay, step, known))));
    }

    /// From attempts that are written down already.
    void goOn(Stay stay, List<Next> begun) throws InterruptedException {
        var next = begun;
        while (next.size() == 1) {
            next = go(stay, next.getFirst());
        }
        Together.each(next, one -> goOn(stay, List.of(one)));
    }

    private List<Next> go(Stay stay, Next one) throws InterruptedException {
        return switch (one) {
            case Begun begun -> runner.make(stay, begun, next(stay, begun.step(), begun.all()));
            case Here(var step) -> runner.actHere(stay, step, next(stay, step, List.of()));
            case Again(var step, var pause) -> stay.pause(pause) ? repeat(stay, step) : List.of();
        };
    }

    /// As the step stands now.
    private List<Next> repeat(Stay stay, Step step) {
        var now = ledger.read(handle -> new StepTable(handle).at(step));
        return runner.act(stay, now, List.of(), next(stay, now, List.of()));
    }

    /// Written with the success of a step. Of those that end side by side at most one sees all
    /// others done, and begins what waited for all of them; where none does, the worker finds it
    /// when the lanes rest.
    private Function<Handle, Success> next(Stay stay, Step step, List<Step> all) {
        return handle -> {
            var now =
                    all.isEmpty()
                            ? new StepTable(handle).of(step.runId())
                            : all.stream()
                                    .map(s -> s.position() == step.position() ? s.succeeded() : s)
                                    .toList();
            var arrived =
                    now.stream()
                            .filter(s -> s.target().equals(step.target()))
                            .allMatch(s -> s.state().isDone());
            if (now.stream().allMatch(s -> s.state().isDone())) {
                stay.end(handle);
                return new Success(arrived, List.of());
            }
            var waited = now.stream().filter(s -> s.after().contains(step.position())).toList();
            return new Success(arrived, begin(handle, stay.run(), waited, now));
        };
    }

    /// Writes the first attempts of steps down beside what led to them: of those that wait for
    /// nothing any more.
    List<Next> begin(Handle handle, Run run, List<Step> steps, List<Step> all) {
        var goingOn = all.stream().filter(s -> s.state().goesOnAlone() && s.canStart(all)).count();
        var known = goingOn == 1 ? all : List.<Step>of();
        return steps.stream()
                .filter(step -> step.isNew() && step.canStart(all))
                .<Next>map(step ->
                        step.isLocal() ? new Here(step) : runner.begin(handle, run, step, known))
                .toList();
    }
}
