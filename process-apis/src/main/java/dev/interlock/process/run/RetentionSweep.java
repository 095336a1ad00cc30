package dev.interlock.process.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Forgets keys that nobody may repeat any more. What was done under them stays: runs are kept.
@ApplicationScoped
class RetentionSweep {
    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);

    private final Ledger ledger;
    private final LedgerConfig config;

    RetentionSweep(Ledger ledger, LedgerConfig config) {
        this.ledger = ledger;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var all = 0;
        int some;
        do {
            some =
                    ledger.inTransaction(handle ->
                            new IdempotencyTable(handle).forgetOlderThan(config.retention()));
            all += some;
        } while (some > 0);
        if (all > 0) {
            LOG.infof("Forgot %d keys older than %s", all, config.retention());
        }
    }
}
