package dev.interlock.system.purchase.reference;

import dev.interlock.system.purchase.Money;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrderDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lines of purchase orders, and what has been received of each in the item's base unit.
@ApplicationScoped
class PurchaseOrderLineTable {
    private static final String INSERT =
            """
            INSERT INTO purchase_order_line (order_number, line, supplier_id, item_id, supplier_item_id, revision, quantity, unit,
                   base_quantity, requested_on, price, price_currency)
            VALUES (:orderNumber, :line, :supplierId, :itemId, coalesce(:supplierItemId, (
                       SELECT supplier_item_id FROM item_supplier WHERE item_id = :itemId AND supplier_id = :supplierId)),
                   :revision, :value, :unit, :base, :requestedOn, :price, :priceCurrency)
            """;

    /// Fills the lines of an item in their order; what comes beyond them stays with the last one.
    private static final String RECEIVE =
            """
            UPDATE purchase_order_line l
               SET received_base = l.received_base
                   + CASE WHEN part.is_last THEN greatest(0, :quantity - part.open_before)
                          ELSE greatest(0, least(greatest(0, l.agreed_base - l.received_base), :quantity - part.open_before)) END
              FROM (SELECT line, row_number() OVER (ORDER BY line DESC) = 1 AS is_last,
                           coalesce(sum(greatest(0, agreed_base - received_base)) OVER (ORDER BY line
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS open_before
                      FROM purchase_order_line WHERE order_number = :orderNumber AND item_id = :itemId AND NOT rejected) AS part
             WHERE l.order_number = :orderNumber AND l.line = part.line
            """;

    /// Takes back from the last one first.
    private static final String GIVE_BACK =
            """
            UPDATE purchase_order_line l
               SET received_base = l.received_base - greatest(0, least(l.received_base, :quantity - part.taken_before))
              FROM (SELECT line, coalesce(sum(received_base) OVER (ORDER BY line DESC
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS taken_before
                      FROM purchase_order_line WHERE order_number = :orderNumber AND item_id = :itemId) AS part
             WHERE l.order_number = :orderNumber AND l.line = part.line
            """;

    private static final String RECEIVE_LINE =
            """
            UPDATE purchase_order_line SET received_base = greatest(0, received_base + :quantity)
             WHERE order_number = :orderNumber AND line = :line
            """;

    private static final String STATES =
            "SELECT state FROM purchase_order_line WHERE order_number = :orderNumber";

    void insert(
            Handle handle,
            String orderNumber,
            String supplierId,
            PurchaseOrderDraft.Line line,
            BigDecimal base) {
        handle.createUpdate(INSERT)
                .bindMethods(line)
                .bind("orderNumber", orderNumber)
                .bind("supplierId", supplierId)
                .bind("value", line.quantity().value())
                .bind("unit", line.quantity().unit())
                .bind("base", base)
                .bind("price", amount(line.price()))
                .bind("priceCurrency", line.price() == null ? null : line.price().currency())
                .execute();
    }

    /// Without a line, those of the item are filled in their order.
    void receive(
            Handle handle,
            String orderNumber,
            String itemId,
            @Nullable Integer line,
            BigDecimal quantity) {
        move(handle, line == null ? RECEIVE : RECEIVE_LINE, orderNumber, itemId, line, quantity);
    }

    void giveBack(
            Handle handle,
            String orderNumber,
            String itemId,
            @Nullable Integer line,
            BigDecimal quantity) {
        if (line == null) {
            move(handle, GIVE_BACK, orderNumber, itemId, null, quantity);
        } else {
            move(handle, RECEIVE_LINE, orderNumber, itemId, line, quantity.negate());
        }
    }

    /// How far the order is by its lines.
    PurchaseOrder.Status progress(Handle handle, String orderNumber) {
        return PurchaseOrder.Status.of(
                handle.createQuery(STATES)
                        .bind("orderNumber", orderNumber)
                        .mapTo(PurchaseOrder.LineState.class)
                        .list());
    }

    private static void move(
            Handle handle,
            String sql,
            String orderNumber,
            String itemId,
            @Nullable Integer line,
            BigDecimal quantity) {
        handle.createUpdate(sql)
                .bind("orderNumber", orderNumber)
                .bind("itemId", itemId)
                .bind("line", line)
                .bind("quantity", quantity)
                .execute();
    }

    private static @Nullable BigDecimal amount(@Nullable Money price) {
        return price == null ? null : price.amount();
    }
}
