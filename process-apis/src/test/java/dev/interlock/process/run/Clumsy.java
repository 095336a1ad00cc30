package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// A process with a bug, until somebody mends it.
@ApplicationScoped
class Clumsy implements RunProcess {
    private volatile boolean mended;

    void mend() {
        mended = true;
    }

    @Override
    public String name() {
        return "clumsy";
    }

    @Override
    public String collection() {
        return "/clumsy";
    }

    @Override
    public Optional<Duration> giveUpAfter() {
        return Optional.empty();
    }

    @Override
    public Verdict decide(Run run) {
        if (!mended) {
            throw new IllegalStateException("nobody has thought of this");
        }
        return new Verdict.Go(
                List.of(),
                List.of(StepPlan.post("thing", "ERP", "erp", "/thing", Map.of())),
                Set.of());
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
