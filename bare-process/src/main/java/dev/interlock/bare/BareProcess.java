package dev.interlock.bare;

import dev.interlock.process.run.Conclusion;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.RunProcess;
import dev.interlock.process.run.RunState;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.StepPlan;
import dev.interlock.process.run.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Three effects in a warehouse, one after another, and no question before them.
@ApplicationScoped
class BareProcess implements RunProcess {
    static final String NAME = "bare";
    static final String COLLECTION = "/process/v1/bare-runs";
    private static final int STEPS = 3;

    private static final Map<String, Object> MATERIAL =
            Map.of(
                    "plant",
                    "1000",
                    "supplyLocation",
                    "ULM-MAIN",
                    "lines",
                    List.of(
                            Map.of(
                                    "itemId",
                                    "SC-0912",
                                    "quantity",
                                    Map.of("value", "4", "unit", "EA"))));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.empty();
    }

    @Override
    public Verdict decide(Run run) {
        var steps = new ArrayList<StepPlan>();
        var before = List.<String>of();
        for (var n = 1; n <= STEPS; n++) {
            var name = "stage " + n;
            var path = "/system/v1/staging-requests/%s-%d".formatted(run.subject(), n);
            steps.add(StepPlan.put(name, "WMS", "system", path, MATERIAL).after(before));
            before = List.of(name);
        }
        return new Verdict.Go(List.of(), steps);
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        throw new IllegalStateException("a bare run has no step of our own");
    }

    @Override
    public Conclusion conclude(RunView view) {
        var state = view.run().state();
        var body = Map.of("state", state);
        return state == RunState.SUCCEEDED
                ? new Conclusion.Answered(201, body)
                : new Conclusion.GoesOn(body);
    }

    @Override
    public void settled(Handle handle, RunView view) {}
}
