package dev.interlock.system.purchase.reference;

import dev.interlock.system.purchase.LineChange;
import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.purchase.PurchaseOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What has been agreed, announced and withdrawn of an order's lines. The order is locked.
@ApplicationScoped
class LineChangeTable {
    private static final String LINES =
            """
            SELECT line, item_id, agreed_base, on_way_base, received_base, state
              FROM purchase_order_line WHERE order_number = :orderNumber ORDER BY line
            """;

    private static final String CONFIRM =
            """
            UPDATE purchase_order_line
               SET confirmed = :quantity, confirmed_base = :base, confirmed_on = :on, awaiting = false, rejected = false
            """;

    private static final String REJECT =
            """
            UPDATE purchase_order_line
               SET confirmed = 0, confirmed_base = 0, confirmed_on = NULL, awaiting = false, rejected = true
            """;

    private static final String AWAIT = "UPDATE purchase_order_line SET awaiting = true";

    private static final String RESTORE = "UPDATE purchase_order_line SET awaiting = false";

    private static final String ANNOUNCE =
            "UPDATE purchase_order_line SET shipped_base = shipped_base + :base, on_way_base ="
                    + " on_way_base + :base";

    private static final String WITHDRAW =
            "UPDATE purchase_order_line SET shipped_base = shipped_base - :base, on_way_base ="
                    + " on_way_base - :base";

    private static final String LAND =
            "UPDATE purchase_order_line SET on_way_base = on_way_base - :base";

    private static final String WHERE = " WHERE order_number = :orderNumber AND line = :line";

    List<OpenLine> lines(Handle handle, String orderNumber) {
        return handle.createQuery(LINES)
                .bind("orderNumber", orderNumber)
                .map((row, _) ->
                        new OpenLine(
                                row.getInt("line"),
                                row.getString("item_id"),
                                row.getBigDecimal("agreed_base"),
                                row.getBigDecimal("on_way_base"),
                                row.getBigDecimal("received_base"),
                                PurchaseOrder.LineState.valueOf(row.getString("state"))))
                .list();
    }

    void apply(Handle handle, String orderNumber, LineChange change) {
        handle.createUpdate(statement(change) + WHERE)
                .bindMethods(change)
                .bind("orderNumber", orderNumber)
                .execute();
    }

    private static String statement(LineChange change) {
        return switch (change) {
            case LineChange.Confirmed _ -> CONFIRM;
            case LineChange.Rejected _ -> REJECT;
            case LineChange.Awaiting _ -> AWAIT;
            case LineChange.Restored _ -> RESTORE;
            case LineChange.Announced _ -> ANNOUNCE;
            case LineChange.Withdrawn _ -> WITHDRAW;
            case LineChange.Landed _ -> LAND;
        };
    }
}
