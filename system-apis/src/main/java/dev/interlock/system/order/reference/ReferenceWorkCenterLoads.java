package dev.interlock.system.order.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.system.access.Sight;
import dev.interlock.system.order.WorkCenterLoad;
import dev.interlock.system.order.WorkCenterLoads;
import dev.interlock.system.structure.WorkCenterKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Loads of work centers in the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceWorkCenterLoads implements WorkCenterLoads {
    private static final int DAYS = 28;
    private static final int MOST_DAYS = 366;

    private static final String CENTER =
            """
            SELECT daily_capacity_seconds, plant_day(plant) AS today FROM work_center
             WHERE plant = :plant AND work_center_id = :workCenterId
            """;

    private static final String LOADS =
            """
            SELECT p.planned_start AS day, sum(p.setup_seconds + p.run_seconds * o.quantity) AS seconds
              FROM production_order_operation p JOIN production_order o USING (order_number)
             WHERE p.plant = :plant AND p.work_center_id = :workCenterId AND p.planned_start BETWEEN :from AND :to
               AND p.status IN ('CREATED', 'RELEASED')
               AND o.lifecycle IN ('CREATED', 'PARTIALLY_RELEASED', 'RELEASED', 'IN_PROCESS')
             GROUP BY p.planned_start ORDER BY p.planned_start
            """;

    private record Center(Duration capacity, LocalDate today) {}

    private final Jdbi jdbi;

    ReferenceWorkCenterLoads(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Page<WorkCenterLoad>> loads(
            WorkCenterKey key, @Nullable LocalDate from, @Nullable LocalDate to, Sight sight) {
        if (sight.isSupplier() || !sight.sees(key.plant())) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle ->
                handle.createQuery(CENTER)
                        .bindMethods(key)
                        .map((row, context) ->
                                new Center(
                                        Duration.ofSeconds(row.getLong("daily_capacity_seconds")),
                                        row.getObject("today", LocalDate.class)))
                        .findOne()
                        .map(center -> loads(handle, key, center, from, to)));
    }

    private static Page<WorkCenterLoad> loads(
            Handle handle,
            WorkCenterKey key,
            Center center,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        var first = from == null ? center.today() : from;
        var last = to == null ? first.plusDays(DAYS) : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            throw new InvalidRequest(
                    "?to", "range", "It is not before 'from' and at most a year after it.");
        }
        return Page.whole(
                handle.createQuery(LOADS)
                        .bindMethods(key)
                        .bind("from", first)
                        .bind("to", last)
                        .map((row, context) ->
                                new WorkCenterLoad(
                                        row.getObject("day", LocalDate.class),
                                        Duration.ofSeconds(
                                                row.getBigDecimal("seconds").longValue()),
                                        center.capacity()))
                        .list());
    }
}
