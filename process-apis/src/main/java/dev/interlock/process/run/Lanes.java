package dev.interlock.process.run;

import dev.interlock.process.run.Next.Again;
import dev.interlock.process.run.Next.Begun;
import dev.interlock.process.run.Next.Here;
import dev.interlock.process.run.Next.Meets;
import dev.interlock.process.run.StepTable.Opening;
import dev.interlock.process.run.Then.Success;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /// A run that has begun its steps, and what is begun of them.
    record Start(Run run, List<Next> next) {}

    /// Its verdict and its steps, with the first attempts of those that wait for nothing.
    Start start(RunProcess process, Run run, List<Step> prelude, Verdict.Go go) {
        var steps = StepPlan.in(run.id(), prelude.size(), go.steps(), false);
        var all = Stream.concat(prelude.stream(), steps.stream()).toList();
        var ready = ready(steps, all);
        var begun = runner.openings(remote(ready));
        var running = runner.start(process, run, go, steps, begun);
        return new Start(
                running,
                Stream.<Next>concat(
                                begun.stream().map(opening -> Begun.first(opening, all)),
                                here(ready, all))
                        .toList());
    }

    /// From steps that are due; `all` are the steps as they stand. Returns when every lane has come
    /// to rest.
    void workOn(Stay stay, List<Step> due, List<Step> all) throws InterruptedException {
        Together.each(
                due,
                step -> goOn(stay, runner.act(stay, step, all, new Following(stay, step, all))));
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
            case Begun begun ->
                    runner.make(stay, begun, new Following(stay, begun.step(), begun.all()));
            case Here(var step, var all) ->
                    runner.actHere(stay, step, new Following(stay, step, all));
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
        return runner.act(stay, now, all, new Following(stay, now, all));
    }

    /// Of those that end side by side at most one sees all others done, and begins what waited for
    /// all of them; where none does, they meet when they have been written. What was known before
    /// need not stand as it did: only the states change meanwhile, and what is done stays done.
    private final class Following implements Then {
        private final Stay stay;
        private final Step step;
        private final List<Step> known;

        Following(Stay stay, Step step, List<Step> all) {
            this.stay = stay;
            this.step = step;
            this.known = withSuccess(all, Step::state);
        }

        private List<Step> withSuccess(List<Step> all, Function<Step, StepState> state) {
            return all.stream()
                    .map(s ->
                            s.position() == step.position() ? s.succeeded() : s.in(state.apply(s)))
                    .toList();
        }

        private Stream<Step> waiting(List<Step> all) {
            return all.stream().filter(s -> s.isNew() && s.after().contains(step.position()));
        }

        @Override
        public List<Step> ahead() {
            return waiting(known).filter(s -> !s.isLocal() && s.canStart(known)).toList();
        }

        @Override
        public boolean isLast() {
            return areDone(known.stream());
        }

        @Override
        public Success after(Writing writing, List<StepState> states, List<Opening> ahead) {
            var now = withSuccess(known, s -> states.get(s.position()));
            var arrived = areDone(now.stream().filter(s -> s.target().equals(step.target())));
            if (areDone(now.stream())) {
                writing.inTransaction(stay::end);
                return new Success(arrived, List.of());
            }
            var next = new ArrayList<Next>();
            ahead.forEach(opening -> next.add(Begun.first(opening, now)));
            var begun = ahead.stream().map(opening -> opening.step().position()).toList();
            var others = waiting(now).filter(s -> !begun.contains(s.position())).toList();
            var ready = others.stream().filter(s -> s.canStart(now)).toList();
            if (!ready.isEmpty()) {
                next.addAll(writing.single(handle -> begin(handle, stay.run(), ready, now)));
            }
            others.stream()
                    .filter(s -> !s.canStart(now))
                    .forEach(s -> next.add(new Meets(s, step, now)));
            return new Success(arrived, next);
        }
    }

    private static boolean areDone(Stream<Step> steps) {
        return steps.allMatch(step -> step.state().isDone());
    }

    /// Writes the first attempts of steps down beside what led to them: of those that wait for
    /// nothing any more.
    List<Next> begin(Handle handle, Run run, List<Step> steps, List<Step> all) {
        var ready = ready(steps, all);
        return Stream.<Next>concat(
                        runner.begin(handle, run, remote(ready), all).stream(), here(ready, all))
                .toList();
    }

    private static List<Step> ready(List<Step> steps, List<Step> all) {
        return steps.stream().filter(step -> step.isNew() && step.canStart(all)).toList();
    }

    private static List<Step> remote(List<Step> steps) {
        return steps.stream().filter(step -> !step.isLocal()).toList();
    }

    private static Stream<Next> here(List<Step> steps, List<Step> all) {
        return steps.stream().filter(Step::isLocal).map(step -> new Here(step, all));
    }
}
