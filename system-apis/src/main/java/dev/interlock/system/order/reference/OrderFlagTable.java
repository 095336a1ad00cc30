package dev.interlock.system.order.reference;

import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.OrderStep;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.reservation.OrderDemands.Look;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Flags that say something of an order without being part of it: they do not raise its version.
@ApplicationScoped
class OrderFlagTable {
    /// The life cycles in which an order may still need material.
    private static final List<String> NEEDING =
            Stream.of(Lifecycle.values())
                    .filter(OrderStep.RESERVE::isAllowedIn)
                    .map(Lifecycle::name)
                    .toList();

    private static final String MARK =
            """
            UPDATE production_order
               SET flags = CASE WHEN :on THEN array_append(flags, :flag) ELSE array_remove(flags, :flag) END
             WHERE order_number = :orderNumber AND (:flag = ANY (flags)) <> :on
            """;

    private static final String FORGET =
            """
            UPDATE production_order SET availability = NULL
             WHERE order_number = :orderNumber AND availability IS NOT NULL
            """;

    private static final String SHORT =
            "UPDATE production_order SET availability = 'SHORT' WHERE order_number = :orderNumber";

    /// That something is missing is certain once one part of it is; that nothing is, only once all
    /// of it was asked for.
    private static final String LOOKED =
            """
            UPDATE production_order o SET availability = CASE WHEN :missing THEN 'SHORT' ELSE 'ENOUGH' END
             WHERE o.order_number = :orderNumber AND o.plant = :plant AND o.lifecycle = ANY (:lifecycles)
               AND o.availability IS DISTINCT FROM CASE WHEN :missing THEN 'SHORT' ELSE 'ENOUGH' END
               AND (:missing OR NOT EXISTS (
                       SELECT FROM production_order_component c
                         LEFT JOIN unnest(:items, CAST(:quantities AS numeric[])) AS asked (item_id, quantity) USING (item_id)
                        WHERE c.order_number = o.order_number AND c.quantity > c.issued
                        GROUP BY c.item_id, asked.quantity
                       HAVING sum(c.quantity - c.issued) > coalesce(asked.quantity, 0)))
            """;

    /// The same load that a work center shows. The order's own operations are looked for first,
    /// however many others there are.
    private static final String DECIDE_CAPACITY =
            """
            WITH mine AS MATERIALIZED (
                SELECT plant, work_center_id, planned_start, planned_end FROM production_order_operation
                 WHERE order_number = :orderNumber AND status IN ('CREATED', 'RELEASED')),
            decided AS (
                SELECT EXISTS (
                    SELECT FROM mine
                      JOIN work_center w USING (plant, work_center_id)
                     CROSS JOIN generate_series(0, mine.planned_end - mine.planned_start) AS later
                     WHERE w.daily_capacity_seconds
                           < work_center_load(plant, work_center_id, w.daily_capacity_seconds, mine.planned_start + later)) AS short)
            UPDATE production_order o
               SET flags = CASE WHEN short THEN array_append(flags, 'CAPACITY_SHORTAGE')
                                ELSE array_remove(flags, 'CAPACITY_SHORTAGE') END
              FROM decided
             WHERE o.order_number = :orderNumber AND ('CAPACITY_SHORTAGE' = ANY (flags)) <> short
            """;

    /// False when the order has it so already, or is not there.
    boolean mark(Handle handle, String orderNumber, Flag flag, boolean on) {
        return handle.createUpdate(MARK)
                        .bind("orderNumber", orderNumber)
                        .bind("flag", flag.name())
                        .bind("on", on)
                        .execute()
                == 1;
    }

    /// What a look at its material has found; false when that says nothing of the whole order, or
    /// nothing new.
    boolean looked(Handle handle, Look look) {
        var asked = look.asked().entrySet().stream().toList();
        return handle.createUpdate(LOOKED)
                        .bind("orderNumber", look.orderNumber())
                        .bind("plant", look.plant())
                        .bind("lifecycles", TextArray.of(NEEDING))
                        .bind("missing", look.missing())
                        .bind("items", TextArray.of(asked.stream().map(Entry::getKey).toList()))
                        .bind(
                                "quantities",
                                TextArray.of(
                                        asked.stream()
                                                .map(entry -> entry.getValue().toPlainString())
                                                .toList()))
                        .execute()
                == 1;
    }

    /// Nobody has looked since its structure or its reservation changed.
    void forgetLook(Handle handle, String orderNumber) {
        handle.createUpdate(FORGET).bind("orderNumber", orderNumber).execute();
    }

    void markShort(Handle handle, String orderNumber) {
        handle.createUpdate(SHORT).bind("orderNumber", orderNumber).execute();
    }

    /// On each day of its operations, with everything else that is planned there.
    void decideCapacity(Handle handle, String orderNumber) {
        handle.createUpdate(DECIDE_CAPACITY).bind("orderNumber", orderNumber).execute();
    }
}
