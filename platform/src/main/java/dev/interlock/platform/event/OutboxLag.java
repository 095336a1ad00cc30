package dev.interlock.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// How long the oldest fact that is written cannot be read yet: a transaction that stays open holds
/// the feed back.
public class OutboxLag implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboxLag.class);
    private static final int EVERY_SECONDS = 5;

    private final DataSource database;
    private final AtomicReference<Double> seconds = new AtomicReference<>(0.0);
    private final CountDownLatch closed = new CountDownLatch(1);

    public OutboxLag(DataSource database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("interlock.outbox.lag", seconds, AtomicReference::get)
                .description("Age of the oldest fact that is written and cannot be read yet")
                .baseUnit("seconds")
                .register(registry);
    }

    /// Measures again and again, on a thread of its own, until it is closed.
    public void start() {
        Thread.ofVirtual().name("outbox-lag").start(this::measureAgainAndAgain);
    }

    private void measureAgainAndAgain() {
        try {
            do {
                measure();
            } while (!closed.await(EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() {
        try (var connection = database.getConnection()) {
            seconds.set(EventFeed.secondsHeldBack(connection));
        } catch (SQLException | EventLogException e) {
            LOG.warnf(e, "Measuring the outbox failed; trying again");
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
