package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A process that takes back what it did until its pivot has succeeded.
@ApplicationScoped
class AllOrNothing implements RunProcess {
    @Override
    public String name() {
        return "all-or-nothing";
    }

    @Override
    public String collection() {
        return "/all-or-nothing";
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }

    @Override
    public Verdict decide(Run run) {
        return new Verdict.Go(
                List.of(),
                List.of(
                        StepPlan.post("reserve", "ERP", "erp", "/reserve", Map.of())
                                .undoneBy("/reserve/{reference}/undo"),
                        StepPlan.post("store", "MES", "system", "/store", Map.of())
                                .undoneBy("/store/undo")
                                .after(List.of("reserve")),
                        StepPlan.post("pivot", "ERP", "erp", "/pivot", Map.of())
                                .asPivot()
                                .after(List.of("store")),
                        StepPlan.post("start", "MES", "system", "/start", Map.of())
                                .after(List.of("pivot"))));
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        throw new IllegalStateException("no step here is local");
    }

    @Override
    public Conclusion conclude(RunView view) {
        var body = Map.of("state", view.run().state());
        return switch (view.run().state()) {
            case SUCCEEDED, WAITING -> new Conclusion.Answered(201, body);
            case REFUSED -> new Conclusion.Answered(422, body);
            case UNDONE -> new Conclusion.KeyFreed(503, body);
            default -> new Conclusion.GoesOn(body);
        };
    }

    @Override
    public void settled(Handle handle, RunView view) {}
}
