package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;

/// A process with two lanes of their own, which meet at its end. The left one begins by writing
/// over what stands, and then a note is made here; another is made where both have begun.
@ApplicationScoped
class TwoLanes implements RunProcess {
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public String name() {
        return "lanes";
    }

    @Override
    public String collection() {
        return "/lanes";
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
                        StepPlan.put("left", "left", "system", "/left", Map.of()),
                        step("left-next", List.of("left")),
                        StepPlan.local("note", "NOTES", Map.of()).after(List.of("left")),
                        step("right", List.of()),
                        step("right-next", List.of("right")),
                        StepPlan.local("both", "NOTES", Map.of()).after(List.of("left", "right")),
                        step("last", List.of("left-next", "note", "right-next", "both"))));
    }

    private static StepPlan step(String name, List<String> after) {
        return StepPlan.post(name, name, "system", "/" + name, Map.of()).after(after);
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        notes.add(step.name() + " of " + run.id());
    }

    @Override
    public boolean isNotNeeded(Step step, String code) {
        return step.name().equals("left-next") && code.equals("wrong-state");
    }

    @Override
    public Conclusion conclude(RunView view) {
        return switch (view.run().state()) {
            case SUCCEEDED, WAITING ->
                    new Conclusion.Answered(201, Map.of("state", view.run().state()));
            default -> new Conclusion.GoesOn(Map.of("state", view.run().state()));
        };
    }

    @Override
    public void settled(Handle handle, RunView view) {}
}
