package dev.interlock.process.run;

import dev.interlock.process.run.Next.Again;
import dev.interlock.process.run.Next.Begun;
import dev.interlock.process.run.Next.Here;
import dev.interlock.process.run.Next.Meets;
import dev.interlock.process.run.StepRunner.Success;
import dev.interlock.process.run.StepRunner.Then;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        Together.each(due, step -> goOn(stay, runner.act(stay, step, all, next(stay, step, all))));
    }

    /// From attempts that are written down already.
    void goOn(Stay stay, List<Next> begun) throws InterruptedException {
        var next = met(stay, begun);
        while (next.size() == 1) {
            next = met(stay, go(stay, next.getFirst()));
        }
        Together.each(next, one -> goOn(stay, List.of(one)));
    }

    private List<Next> go(Stay stay, Next one) throws InterruptedException {
        return switch (one) {
            case Begun begun -> runner.make(stay, begun, next(stay, begun.step(), begun.all()));
            case Here(var step, var all) -> runner.actHere(stay, step, next(stay, step, all));
            case Again(var step, var pause) -> stay.pause(pause) ? repeat(stay, step) : List.of();
            case Meets meets -> begin(stay, meets);
        };
    }

    /// With what waited for those that have met, begun by the last of them.
    private List<Next> met(Stay stay, List<Next> next) {
        if (next.stream().noneMatch(Meets.class::isInstance)) {
            return next;
        }
        return next.stream()
                .flatMap(one ->
                        one instanceof Meets meets ? begin(stay, meets).stream() : Stream.of(one))
                .toList();
    }

    private List<Next> begin(Stay stay, Meets meets) {
        return stay.meet(meets).stream().map(all -> begin(stay, meets.waiting(), all)).toList();
    }

    private Next begin(Stay stay, Step step, List<Step> all) {
        return step.isLocal()
                ? new Here(step, all)
                : ledger.single(handle -> runner.begin(handle, stay.run(), List.of(step), all))
                        .getFirst();
    }

    /// As the step stands now.
    private List<Next> repeat(Stay stay, Step step) {
        var all = ledger.steps(stay.run());
        var now = all.get(step.position());
        return runner.act(stay, now, all, next(stay, now, all));
    }

    /// Written with the success of a step. Of those that end side by side at most one sees all
    /// others done, and begins what waited for all of them; where none does, they meet when they
    /// have been written. `all` need not stand as they did: only their states change meanwhile.
    private Then next(Stay stay, Step step, List<Step> all) {
        return (handle, states) -> {
            var now =
                    all.stream()
                            .map(s ->
                                    s.position() == step.position()
                                            ? s.succeeded()
                                            : s.in(states.get(s.position())))
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
            var next = new ArrayList<>(begin(handle, stay.run(), waited, now));
            waited.stream()
                    .filter(s -> s.isNew() && !s.canStart(now))
                    .forEach(s -> next.add(new Meets(s, step, now)));
            return new Success(arrived, next);
        };
    }

    /// Writes the first attempts of steps down beside what led to them: of those that wait for
    /// nothing any more.
    List<Next> begin(Handle handle, Run run, List<Step> steps, List<Step> all) {
        var ready = steps.stream().filter(step -> step.isNew() && step.canStart(all)).toList();
        var remote = ready.stream().filter(step -> !step.isLocal()).toList();
        return Stream.<Next>concat(
                        runner.begin(handle, run, remote, all).stream(),
                        ready.stream().filter(Step::isLocal).map(step -> new Here(step, all)))
                .toList();
    }
}
