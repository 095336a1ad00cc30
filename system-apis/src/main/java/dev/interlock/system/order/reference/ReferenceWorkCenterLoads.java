package dev.interlock.system.order.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.system.access.Sight;
import dev.interlock.system.order.WorkCenterLoad;
import dev.interlock.system.order.WorkCenterLoads;
import dev.interlock.system.structure.WorkCenterKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Loads of work centers in the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceWorkCenterLoads implements WorkCenterLoads {
    private static final int DAYS = 28;
    private static final int MOST_DAYS = 366;

    /// More than anybody can do, and little enough to be computed with.
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE / 1000);

    private static final String LOADS =
            """
            SELECT asked.first, asked.last, w.daily_capacity_seconds AS capacity, asked.first + later AS day,
                   work_center_load(w.plant, w.work_center_id, w.daily_capacity_seconds, asked.first + later) AS seconds
              FROM work_center w
             CROSS JOIN LATERAL (SELECT coalesce(CAST(:from AS date), plant_day(w.plant)) AS first) AS begin
             CROSS JOIN LATERAL (SELECT begin.first, coalesce(CAST(:to AS date), begin.first + :days) AS last) AS asked
              LEFT JOIN generate_series(0, least(asked.last - asked.first, :most)) AS later ON true
             WHERE w.plant = :plant AND w.work_center_id = :workCenterId
             ORDER BY later
            """;

    private record Row(LocalDate first, LocalDate last, Optional<WorkCenterLoad> load) {}

    private final Jdbi jdbi;

    ReferenceWorkCenterLoads(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The days go as text, which has a type even where there is none (see `TextArray`).
    @Override
    public Optional<Page<WorkCenterLoad>> loads(
            WorkCenterKey key, @Nullable LocalDate from, @Nullable LocalDate to, Sight sight) {
        if (sight.isSupplier() || !sight.sees(key.plant())) {
            return Optional.empty();
        }
        var rows =
                jdbi.withHandle(handle ->
                        handle.createQuery(LOADS)
                                .bindMethods(key)
                                .bind("from", from == null ? null : from.toString())
                                .bind("to", to == null ? null : to.toString())
                                .bind("days", DAYS)
                                .bind("most", MOST_DAYS)
                                .map(ReferenceWorkCenterLoads::row)
                                .list());
        return rows.stream()
                .findFirst()
                .map(asked -> {
                    if (asked.last().isBefore(asked.first())
                            || asked.last().isAfter(asked.first().plusDays(MOST_DAYS))) {
                        throw new InvalidRequest(
                                "?to",
                                "range",
                                "It is not before 'from' and at most a year after it.");
                    }
                    return Page.whole(rows.stream().flatMap(row -> row.load().stream()).toList());
                });
    }

    /// A row for each day, with no seconds where nothing is planned.
    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        var seconds = row.getBigDecimal("seconds");
        return new Row(
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                seconds == null
                        ? Optional.empty()
                        : Optional.of(
                                new WorkCenterLoad(
                                        row.getObject("day", LocalDate.class),
                                        Duration.ofSeconds(seconds.min(MOST_SECONDS).longValue()),
                                        Duration.ofSeconds(row.getLong("capacity")))));
    }
}
