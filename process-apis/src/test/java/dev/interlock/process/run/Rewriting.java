package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A process that writes over what stands.
@ApplicationScoped
class Rewriting implements RunProcess {
    @Override
    public String name() {
        return "rewriting";
    }

    @Override
    public String collection() {
        return "/rewritings";
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.empty();
    }

    @Override
    public Verdict decide(Run run) {
        return new Verdict.Go(
                List.of(), List.of(StepPlan.put("write", "LEFT", "system", "/thing", Map.of())));
    }

    @Override
    public void perform(Handle handle, Run run, Step step) {
        throw new IllegalStateException("no step here is local");
    }

    @Override
    public Conclusion conclude(RunView view) {
        return new Conclusion.GoesOn(Map.of("state", view.run().state()));
    }

    @Override
    public void settled(Handle handle, RunView view) {}
}
