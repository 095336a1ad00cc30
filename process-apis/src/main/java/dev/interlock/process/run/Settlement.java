package dev.interlock.process.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lets a run rest or end: in one transaction its state, its keys, the answer to whoever asked, and
/// the process's own facts.
@ApplicationScoped
class Settlement {
    private final Ledger ledger;
    private final Waiters waiters;

    Settlement(Ledger ledger, Waiters waiters) {
        this.ledger = ledger;
        this.waiters = waiters;
    }

    void rest(RunProcess process, Run run, RunState state, @Nullable Instant next) {
        ledger.asOwner(
                run,
                handle -> {
                    var runs = new RunTable(handle);
                    runs.rest(run, state, next);
                    var view = Ledger.view(handle, run.id()).orElseThrow();
                    process.settled(handle, view);
                    switch (process.conclude(view)) {
                        case Conclusion.Answered answered ->
                                runs.keepAnswer(
                                        run, answered.status(), Ledger.bytes(answered.body()));
                        case Conclusion.KeyFreed _ -> new IdempotencyTable(handle).free(run.id());
                        case Conclusion.GoesOn _ -> {}
                    }
                    return true;
                });
        waiters.tell(run.id());
    }
}
