package dev.interlock.process.orderrelease;

import dev.interlock.process.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// When this gateway began to propagate a change, from its own ledger.
@ApplicationScoped
class PropagationHistory implements RevisionConditions.Propagated {
    private static final String PROPAGATION = "eco";

    private final Runs runs;

    PropagationHistory(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Instant> begunAt(String changeNumber) {
        return runs.lastBegun(PROPAGATION, changeNumber);
    }
}
