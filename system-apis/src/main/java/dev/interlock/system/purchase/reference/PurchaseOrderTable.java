package dev.interlock.system.purchase.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrderDraft;
import dev.interlock.system.purchase.PurchaseOrderQuery;
import dev.interlock.system.sql.Conditions;
import dev.interlock.system.sql.RowJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Purchase orders: headers, read with their lines. What a supplier or a plant may not see is not
/// in any answer.
@ApplicationScoped
class PurchaseOrderTable {
    private static final String SELECT =
            """
            SELECT o.order_number, o.supplier_id, o.plant, o.currency, o.ordered_on, o.status, o.version,
                   (SELECT json_agg(json_build_object('line', l.line, 'itemId', l.item_id, 'supplierItemId', l.supplier_item_id,
                               'revision', l.revision, 'quantity', quantity_json(l.quantity, l.unit),
                               'confirmed', quantity_json(l.confirmed, l.unit), 'shipped', quantity_json(round(l.shipped_base * l.quantity / l.base_quantity, 9), l.unit),
                               'received', quantity_json(round(l.received_base * l.quantity / l.base_quantity, 9), l.unit),
                               'requestedOn', l.requested_on, 'confirmedOn', l.confirmed_on,
                               'price', CASE WHEN l.price IS NOT NULL
                                    THEN json_build_object('amount', l.price::text, 'currency', l.price_currency) END,
                               'state', l.state) ORDER BY l.line)
                      FROM purchase_order_line l WHERE l.order_number = o.order_number) AS lines
              FROM purchase_order o
            """;

    private static final String FIND = SELECT + "<where>";

    private static final String LIST = SELECT + "<where> ORDER BY o.order_number LIMIT :limit";

    private static final String WITH_ITEM =
            """
            EXISTS (SELECT FROM purchase_order_line l WHERE l.order_number = o.order_number AND l.item_id = :itemId)
            """;

    private static final String LOCK =
            "SELECT order_number FROM purchase_order WHERE order_number = :orderNumber FOR UPDATE";

    private static final String NEXT = "SELECT nextval('purchase_order_number')::text";

    private static final String INSERT =
            """
            INSERT INTO purchase_order (order_number, supplier_id, plant, currency, ordered_on, status)
            VALUES (:number, :supplierId, :plant, :currency, :orderedOn, 'ORDERED')
            ON CONFLICT (order_number) DO NOTHING
            """;

    private static final String STATUS =
            "UPDATE purchase_order SET status = :status, version = version + 1 WHERE order_number ="
                    + " :orderNumber";

    private static final String END =
            """
            WITH settled AS (UPDATE purchase_order_line SET awaiting = false WHERE order_number = :orderNumber AND awaiting)
            UPDATE purchase_order SET status = :status, end_reason = :reason, version = version + 1 WHERE order_number = :orderNumber
            """;

    Optional<PurchaseOrder> find(Handle handle, String orderNumber, Sight sight) {
        return visible(sight)
                .where("orderNumber", orderNumber, "o.order_number = :orderNumber")
                .bindTo(handle.createQuery(FIND))
                .map(PurchaseOrderTable::order)
                .findOne();
    }

    private static Conditions visible(Sight sight) {
        return new Conditions()
                .among("plants", sight.plants(), "o.plant = ANY (:plants)")
                .where("supplier", sight.supplierId(), "o.supplier_id = :supplier");
    }

    /// The order, locked until the end of the transaction.
    Optional<PurchaseOrder> lock(Handle handle, String orderNumber) {
        return handle.createQuery(LOCK)
                .bind("orderNumber", orderNumber)
                .mapTo(String.class)
                .findOne()
                .flatMap(number -> find(handle, number, Sight.EVERYTHING));
    }

    Page<PurchaseOrder> list(Handle handle, PurchaseOrderQuery query, Sight sight) {
        var after = Cursor.parts(query.cursor(), 1);
        var wanted =
                visible(sight)
                        .where("supplierId", query.supplierId(), "o.supplier_id = :supplierId")
                        .anyOf("statuses", query.status(), "o.status = ANY (:statuses)")
                        .where("itemId", query.itemId(), WITH_ITEM)
                        .where(
                                "after",
                                after.isEmpty() ? null : after.getFirst(),
                                "o.order_number > :after");
        var rows =
                wanted.bindTo(handle.createQuery(LIST))
                        .bind("limit", query.limit().plusOne())
                        .map(PurchaseOrderTable::order)
                        .list();
        return Page.of(rows, query.limit(), order -> Cursor.of(order.orderNumber()));
    }

    String nextNumber(Handle handle) {
        return handle.createQuery(NEXT).mapTo(String.class).one();
    }

    /// False when the number stands already.
    boolean insert(Handle handle, String number, PurchaseOrderDraft draft) {
        return handle.createUpdate(INSERT).bindMethods(draft).bind("number", number).execute() == 1;
    }

    void setStatus(Handle handle, String orderNumber, PurchaseOrder.Status status) {
        handle.createUpdate(STATUS)
                .bind("orderNumber", orderNumber)
                .bind("status", status)
                .execute();
    }

    void end(
            Handle handle,
            String orderNumber,
            PurchaseOrder.Status status,
            @Nullable String reason) {
        handle.createUpdate(END)
                .bind("orderNumber", orderNumber)
                .bind("status", status)
                .bind("reason", reason)
                .execute();
    }

    private static PurchaseOrder order(ResultSet row, StatementContext context)
            throws SQLException {
        return new PurchaseOrder(
                row.getString("order_number"),
                row.getString("supplier_id"),
                row.getString("plant"),
                row.getString("currency"),
                row.getObject("ordered_on", LocalDate.class),
                PurchaseOrder.Status.valueOf(row.getString("status")),
                RowJson.list(row, "lines", PurchaseOrder.Line.class),
                row.getLong("version"));
    }
}
