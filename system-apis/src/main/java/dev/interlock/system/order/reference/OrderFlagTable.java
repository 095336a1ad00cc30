package dev.interlock.system.order.reference;

import dev.interlock.system.order.ProductionOrder.Flag;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Flags that say something of an order without being part of it: they do not raise its version.
@ApplicationScoped
class OrderFlagTable {
    private static final String MARK =
            """
            UPDATE production_order
               SET flags = CASE WHEN :on THEN array_append(flags, :flag) ELSE array_remove(flags, :flag) END
             WHERE order_number = :orderNumber AND (:flag = ANY (flags)) <> :on
            """;

    private static final String AVAILABILITY =
            """
            UPDATE production_order SET availability = :availability
             WHERE order_number = :orderNumber AND availability IS DISTINCT FROM :availability
            """;

    /// The same load that a work center shows.
    private static final String OVERLOADED =
            """
            SELECT EXISTS (
                SELECT FROM production_order_operation mine
                  JOIN work_center w USING (plant, work_center_id)
                 WHERE mine.order_number = :orderNumber AND mine.status IN ('CREATED', 'RELEASED')
                   AND w.daily_capacity_seconds < (
                       SELECT sum(p.setup_seconds + p.run_seconds * o.quantity)
                         FROM production_order_operation p JOIN production_order o USING (order_number)
                        WHERE p.plant = mine.plant AND p.work_center_id = mine.work_center_id
                          AND p.planned_start = mine.planned_start AND p.status IN ('CREATED', 'RELEASED')
                          AND o.lifecycle IN ('CREATED', 'PARTIALLY_RELEASED', 'RELEASED', 'IN_PROCESS')))
            """;

    /// What the last look at the order's whole material has found.
    enum Material {
        ENOUGH,
        SHORT
    }

    /// False when the order has it so already, or is not there.
    boolean mark(Handle handle, String orderNumber, Flag flag, boolean on) {
        return handle.createUpdate(MARK)
                        .bind("orderNumber", orderNumber)
                        .bind("flag", flag.name())
                        .bind("on", on)
                        .execute()
                == 1;
    }

    /// Null when nobody has looked since its structure changed. False when that was known.
    boolean noteAvailability(Handle handle, String orderNumber, @Nullable Material found) {
        return handle.createUpdate(AVAILABILITY)
                        .bind("orderNumber", orderNumber)
                        .bind("availability", found == null ? null : found.name())
                        .execute()
                == 1;
    }

    /// On the days its operations begin, with everything else that is planned there.
    void decideCapacity(Handle handle, String orderNumber) {
        var overloaded =
                handle.createQuery(OVERLOADED)
                        .bind("orderNumber", orderNumber)
                        .mapTo(Boolean.class)
                        .one();
        mark(handle, orderNumber, Flag.CAPACITY_SHORTAGE, overloaded);
    }
}
