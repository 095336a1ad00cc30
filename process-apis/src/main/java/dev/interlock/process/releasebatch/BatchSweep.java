package dev.interlock.process.releasebatch;

import dev.interlock.process.run.LedgerConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Forgets batches when their keys may be used anew: what they said of orders is old by then.
@ApplicationScoped
class BatchSweep {
    private static final Logger LOG = Logger.getLogger(BatchSweep.class);

    private final Jdbi jdbi;
    private final LedgerConfig config;

    BatchSweep(Jdbi jdbi, LedgerConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var forgotten =
                jdbi.inTransaction(
                        handle -> new BatchTable(handle).forgetOlderThan(config.retention()));
        if (forgotten > 0) {
            LOG.infof("Forgot %d batches older than %s", forgotten, config.retention());
        }
    }
}
