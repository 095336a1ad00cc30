package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A process with two independent targets and one that waits for both; it never undoes itself.
@ApplicationScoped
class Rehearsal implements RunProcess {
    @Override
    public String name() {
        return "rehearsal";
    }

    @Override
    public String collection() {
        return "/rehearsals";
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.empty();
    }

    @Override
    public Verdict decide(Run run) {
        return new Verdict.Go(
                List.of(),
                List.of(
                        StepPlan.post("left", "LEFT", "system", "/left", Map.of()),
                        StepPlan.post("right", "RIGHT", "system", "/right", Map.of()),
                        StepPlan.post("last", "LAST", "system", "/last", Map.of())
                                .after(List.of("left", "right"))));
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        throw new IllegalStateException("no step here is local");
    }

    @Override
    public Conclusion conclude(RunView view) {
        return switch (view.run().state()) {
            case SUCCEEDED, WAITING, REJECTED ->
                    new Conclusion.Answered(201, Map.of("state", view.run().state()));
            default -> new Conclusion.GoesOn(Map.of("state", view.run().state()));
        };
    }

    @Override
    public void settled(Handle handle, RunView view) {}
}
