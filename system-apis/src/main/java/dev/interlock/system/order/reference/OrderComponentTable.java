package dev.interlock.system.order.reference;

import dev.interlock.system.order.ProductionOrder.LotShare;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.OrderStructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Components of production orders, the lots they are taken from, and what has been issued of them.
@ApplicationScoped
class OrderComponentTable {
    private static final String DELETE =
            "DELETE FROM production_order_component WHERE order_number = :orderNumber";

    private static final String INSERT =
            """
            INSERT INTO production_order_component (order_number, position, item_id, quantity, operation, required_on, supply_location,
                   backflush, phantoms)
            VALUES (:orderNumber, :position, :itemId, :quantity, :operation, :requiredOn, :supplyLocation, :backflush, :phantoms)
            """;

    private static final String DELETE_LOTS =
            "DELETE FROM production_order_lot WHERE order_number = :orderNumber AND position ="
                    + " :position";

    private static final String INSERT_LOT =
            """
            INSERT INTO production_order_lot (order_number, position, lot, quantity)
            VALUES (:orderNumber, :position, :lot, :quantity)
            """;

    /// Fills the components of an item in their order; what is issued beyond them stays with the
    /// last one.
    private static final String ISSUE =
            """
            UPDATE production_order_component c
               SET issued = c.issued + CASE WHEN part.is_last THEN greatest(0, :quantity - part.open_before)
                                            ELSE greatest(0, least(greatest(0, c.quantity - c.issued), :quantity - part.open_before)) END
              FROM (SELECT position, row_number() OVER (ORDER BY position DESC) = 1 AS is_last,
                           coalesce(sum(greatest(0, quantity - issued)) OVER (ORDER BY position
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS open_before
                      FROM production_order_component WHERE order_number = :orderNumber AND item_id = :itemId) AS part
             WHERE c.order_number = :orderNumber AND c.position = part.position
            """;

    /// Takes back from the last one first.
    private static final String RETURN =
            """
            UPDATE production_order_component c
               SET issued = c.issued - greatest(0, least(c.issued, :quantity - part.taken_before))
              FROM (SELECT position, coalesce(sum(issued) OVER (ORDER BY position DESC
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS taken_before
                      FROM production_order_component WHERE order_number = :orderNumber AND item_id = :itemId) AS part
             WHERE c.order_number = :orderNumber AND c.position = part.position
            """;

    void replace(
            Handle handle,
            String orderNumber,
            List<OrderStructure.Component> components,
            Function<OrderStructure.Component, LocalDate> requiredOn) {
        handle.createUpdate(DELETE).bind("orderNumber", orderNumber).execute();
        for (var component : components) {
            handle.createUpdate(INSERT)
                    .bindMethods(component)
                    .bind("orderNumber", orderNumber)
                    .bind("requiredOn", requiredOn.apply(component))
                    .bind("phantoms", TextArray.of(component.phantoms()))
                    .execute();
        }
    }

    void assignLots(Handle handle, String orderNumber, int position, List<LotShare> lots) {
        handle.createUpdate(DELETE_LOTS)
                .bind("orderNumber", orderNumber)
                .bind("position", position)
                .execute();
        for (var share : lots) {
            handle.createUpdate(INSERT_LOT)
                    .bind("orderNumber", orderNumber)
                    .bind("position", position)
                    .bind("lot", share.lot())
                    .bind("quantity", share.quantity().value())
                    .execute();
        }
    }

    void issue(Handle handle, String orderNumber, String itemId, BigDecimal quantity) {
        move(handle, ISSUE, orderNumber, itemId, quantity);
    }

    void giveBack(Handle handle, String orderNumber, String itemId, BigDecimal quantity) {
        move(handle, RETURN, orderNumber, itemId, quantity);
    }

    private static void move(
            Handle handle, String sql, String orderNumber, String itemId, BigDecimal quantity) {
        handle.createUpdate(sql)
                .bind("orderNumber", orderNumber)
                .bind("itemId", itemId)
                .bind("quantity", quantity)
                .execute();
    }
}
