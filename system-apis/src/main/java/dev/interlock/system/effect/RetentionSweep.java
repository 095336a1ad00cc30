package dev.interlock.system.effect;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Forgets answers that nobody may ask for any more. What is still in doubt stays until it is
/// settled.
@ApplicationScoped
class RetentionSweep {
    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);

    private final Transactions transactions;
    private final IdempotencyTable table;
    private final EffectSettings settings;

    RetentionSweep(Transactions transactions, IdempotencyTable table, EffectSettings settings) {
        this.transactions = transactions;
        this.table = table;
        this.settings = settings;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var all = 0;
        for (var some = -1; some != 0; all += some) {
            some = transactions.run(handle -> table.forgetOlderThan(handle, settings.retention()));
        }
        if (all > 0) {
            LOG.infof("Forgot %d answers older than %s", all, settings.retention());
        }
    }
}
