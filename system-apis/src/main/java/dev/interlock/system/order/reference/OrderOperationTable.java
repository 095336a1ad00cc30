package dev.interlock.system.order.reference;

import dev.interlock.system.order.OperationSchedule.Slot;
import dev.interlock.system.order.OrderProgress;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Operations of production orders.
@ApplicationScoped
class OrderOperationTable {
    private static final String DELETE =
            "DELETE FROM production_order_operation WHERE order_number = :orderNumber";

    private static final String INSERT =
            """
            INSERT INTO production_order_operation (order_number, number, work_center_id, plant, description, planned_start, planned_end,
                   setup_seconds, run_seconds, inspection, status)
            VALUES (:orderNumber, :number, :workCenterId, :plant, :description, :start, :end, :setup, :run, :inspection, 'CREATED')
            """;

    private static final String RELEASE =
            """
            UPDATE production_order_operation SET status = 'RELEASED'
             WHERE order_number = :orderNumber AND status = 'CREATED'
               AND (CAST(:numbers AS text[]) IS NULL OR number::text = ANY (:numbers))
            """;

    private static final String REVERSE =
            "UPDATE production_order_operation SET status = 'CREATED' WHERE order_number ="
                    + " :orderNumber AND status = 'RELEASED'";

    private static final String COUNT =
            """
            UPDATE production_order_operation
               SET yield = yield + :yield, scrap = scrap + :scrap, status = CASE WHEN :ended THEN 'CONFIRMED' ELSE status END
             WHERE order_number = :orderNumber AND number = :operation
            """;

    void replace(Handle handle, String orderNumber, String plant, List<Slot> slots) {
        handle.createUpdate(DELETE).bind("orderNumber", orderNumber).execute();
        for (var slot : slots) {
            var operation = slot.step().operation();
            handle.createUpdate(INSERT)
                    .bindMethods(operation)
                    .bind("orderNumber", orderNumber)
                    .bind("plant", plant)
                    .bind("start", slot.start())
                    .bind("end", slot.end())
                    .bind("setup", seconds(operation.setupTime()))
                    .bind("run", seconds(operation.runTimePerUnit()))
                    .execute();
        }
    }

    /// All of them when none is named.
    void release(Handle handle, String orderNumber, Collection<Integer> numbers) {
        handle.createUpdate(RELEASE)
                .bind("orderNumber", orderNumber)
                .bind(
                        "numbers",
                        TextArray.restricting(numbers.stream().map(String::valueOf).toList()))
                .execute();
    }

    void reverse(Handle handle, String orderNumber) {
        handle.createUpdate(REVERSE).bind("orderNumber", orderNumber).execute();
    }

    void count(Handle handle, String orderNumber, OrderProgress.Result result) {
        handle.createUpdate(COUNT).bindMethods(result).bind("orderNumber", orderNumber).execute();
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9));
    }
}
