package dev.interlock.system.effect;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Forgets answers that nobody may ask for any more, and the fences of runs that nobody works on
/// any more. What is still in doubt stays until it is settled.
@ApplicationScoped
class RetentionSweep {
    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);

    private final Transactions transactions;
    private final IdempotencyTable table;
    private final Entrance entrance;
    private final EffectSettings settings;

    RetentionSweep(
            Transactions transactions,
            IdempotencyTable table,
            Entrance entrance,
            EffectSettings settings) {
        this.transactions = transactions;
        this.table = table;
        this.entrance = entrance;
        this.settings = settings;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var age = settings.retention();
        forget("answers", handle -> table.forgetOlderThan(handle, age));
        forget("fences", handle -> entrance.forgetOlderThan(handle, age));
    }

    private void forget(String what, ToIntFunction<Handle> some) {
        var all = 0;
        int now;
        do {
            now = transactions.run(some::applyAsInt);
            all += now;
        } while (now > 0);
        if (all > 0) {
            LOG.infof("Forgot %d %s older than %s", all, what, settings.retention());
        }
    }
}
