package dev.interlock.process.releasebatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.correlation.Correlation;
import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.process.check.Finding;
import dev.interlock.process.orderrelease.Readiness;
import dev.interlock.process.orderrelease.ReleaseConfig;
import dev.interlock.process.orderrelease.ReleaseDecision;
import dev.interlock.process.releasebatch.BatchTable.Work;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Checks the orders of batches, a few at a time, and goes on with batches that nobody works on.
@ApplicationScoped
class BatchWorker {
    private static final Logger LOG = Logger.getLogger(BatchWorker.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final Readiness readiness;
    private final Duration lease;

    /// All batches of this replica share it, so that a bulk never crowds out who waits for one
    /// order.
    private final Semaphore places;

    private volatile boolean stopping;

    BatchWorker(Jdbi jdbi, Readiness readiness, ReleaseConfig config) {
        this.jdbi = jdbi;
        this.readiness = readiness;
        this.lease = config.batchLease();
        this.places = new Semaphore(config.batchConcurrency());
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("release-batches").start(this::look);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    /// The lease of whoever begins it is written already.
    void submit(Work batch) {
        Thread.ofVirtual().name("release-batch").start(() -> work(batch));
    }

    private void look() {
        while (!stopping) {
            try {
                jdbi.inTransaction(handle -> new BatchTable(handle).claim(lease))
                        .ifPresent(this::submit);
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "Looking for batches failed; trying again");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Work batch) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var order : jdbi.withHandle(h -> new BatchTable(h).undecided(batch.id()))) {
                places.acquire();
                if (stopping) {
                    return;
                }
                threads.execute(() -> {
                    try {
                        check(batch, order);
                    } finally {
                        places.release();
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Batch %s rests until its lease ends", batch.id());
            return;
        }
        jdbi.useTransaction(handle -> new BatchTable(handle).end(batch.id()));
    }

    private void check(Work batch, String order) {
        try {
            var answer =
                    CurrentCorrelation.with(
                            Correlation.continuing(batch.correlationId()),
                            () -> readiness.of(order));
            decide(batch, order, answer.decision(), answer.failed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.errorf(e, "Order %s of batch %s could not be checked", order, batch.id());
            decide(batch, order, ReleaseDecision.UNANSWERED, List.of());
        }
    }

    private void decide(Work batch, String order, ReleaseDecision decision, List<Finding> failed) {
        jdbi.useTransaction(handle ->
                new BatchTable(handle).decide(batch.id(), order, decision, json(failed), lease));
    }

    private static String json(List<Finding> failed) {
        try {
            return StrictJson.mapper().writeValueAsString(failed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings are JSON", e);
        }
    }
}
