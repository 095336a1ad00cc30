package dev.interlock.process.operations;

import dev.interlock.process.run.ExceptionItem.Cause;
import dev.interlock.process.run.RunBook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// How old the oldest open run and the oldest exception are, measured every few seconds by a look
/// at the open rows only.
@ApplicationScoped
class LedgerGauges {
    private static final Logger LOG = Logger.getLogger(LedgerGauges.class);
    private static final int EVERY_SECONDS = 5;

    private static final String OLDEST_RUN =
            """
            SELECT process AS name, 0 AS number, extract(epoch FROM clock_timestamp() - min(created_at)) AS oldest
              FROM run WHERE open GROUP BY process
            """;

    private static final String EXCEPTIONS =
            """
            SELECT cause AS name, count(*) AS number, extract(epoch FROM clock_timestamp() - min(opened_at)) AS oldest
              FROM exception_item WHERE closed_at IS NULL GROUP BY cause
            """;

    private record Measured(String name, long number, double oldest) {}

    private final Jdbi jdbi;
    private final RunBook book;
    private final MultiGauge oldestRun;
    private final MultiGauge exceptions;
    private final MultiGauge oldestException;
    private final CountDownLatch stopped = new CountDownLatch(1);

    LedgerGauges(Jdbi jdbi, RunBook book, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.book = book;
        this.oldestRun =
                MultiGauge.builder("interlock.run.oldest.open")
                        .description("Age of the oldest run that has not ended")
                        .baseUnit("seconds")
                        .register(registry);
        this.exceptions =
                MultiGauge.builder("interlock.exceptions.open")
                        .description("Steps that wait for a person")
                        .register(registry);
        this.oldestException =
                MultiGauge.builder("interlock.exception.oldest")
                        .description("Age of the oldest step that waits for a person")
                        .baseUnit("seconds")
                        .register(registry);
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("ledger-gauges").start(this::measureAgainAndAgain);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped.countDown();
    }

    private void measureAgainAndAgain() {
        try {
            do {
                measure();
            } while (!stopped.await(EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() {
        try {
            var runs = read(OLDEST_RUN, book.processes());
            oldestRun.register(rows("process", runs, Measured::oldest), true);
            var causes = Arrays.stream(Cause.values()).map(Cause::name).toList();
            var waiting = read(EXCEPTIONS, causes);
            exceptions.register(rows("cause", waiting, Measured::number), true);
            oldestException.register(rows("cause", waiting, Measured::oldest), true);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Measuring the ledger failed; trying again");
        }
    }

    /// A name without open rows measures nought, so that an alert on it can end.
    private Map<String, Measured> read(String sql, List<String> names) {
        var measured = new TreeMap<String, Measured>();
        names.forEach(name -> measured.put(name, new Measured(name, 0, 0)));
        jdbi.useHandle(handle ->
                handle.createQuery(sql)
                        .map((row, _) ->
                                new Measured(
                                        row.getString("name"),
                                        row.getLong("number"),
                                        row.getDouble("oldest")))
                        .forEach(one -> measured.put(one.name(), one)));
        return measured;
    }

    private interface Reading {
        Number of(Measured measured);
    }

    private static List<Row<?>> rows(String tag, Map<String, Measured> all, Reading reading) {
        return all.values().stream()
                .<Row<?>>map(one -> Row.of(Tags.of(tag, one.name()), reading.of(one)))
                .toList();
    }
}
