package dev.interlock.system.shipment.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.shipment.Shipment;
import dev.interlock.system.shipment.ShipmentCommand;
import dev.interlock.system.shipment.ShipmentDraft;
import dev.interlock.system.shipment.ShipmentQuery;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Shipments: headers, read with their lines. Written under the lock of their order.
@ApplicationScoped
class ShipmentTable {
    private static final String SELECT =
            """
            SELECT s.*,
                   (SELECT json_agg(json_build_object('line', l.line, 'itemId', l.item_id, 'supplierItemId', o.supplier_item_id,
                               'quantity', quantity_json(l.quantity, l.unit), 'lot', l.lot, 'serials', to_json(l.serials),
                               'received', CASE WHEN l.received IS NOT NULL THEN quantity_json(l.received, l.received_unit) END,
                               'receivedLot', l.received_lot) ORDER BY l.position)
                      FROM shipment_line l JOIN purchase_order_line o USING (order_number, line)
                     WHERE l.shipment_id = s.shipment_id) AS lines
              FROM shipment s
             WHERE (CAST(:plants AS text[]) IS NULL OR s.plant = ANY (:plants))
               AND (CAST(:supplier AS text) IS NULL OR s.supplier_id = :supplier)
            """;

    private static final String FIND = SELECT + " AND s.shipment_id = :shipmentId";

    private static final String LIST =
            SELECT
                    + """
                       AND (CAST(:supplierId AS text) IS NULL OR s.supplier_id = :supplierId)
                       AND (CAST(:orderNumber AS text) IS NULL OR s.order_number = :orderNumber)
                       AND (CAST(:status AS text) IS NULL OR s.status = :status)
                       AND s.number > :after
                     ORDER BY s.number LIMIT :limit
                    """;

    private static final String INSERT =
            """
            INSERT INTO shipment (supplier_id, order_number, plant, carrier, tracking_number, expected_at, announced_by)
            VALUES (:supplierId, :orderNumber, :plant, :carrier, :trackingNumber, :expectedAt, :by)
            RETURNING shipment_id
            """;

    private static final String DEPART =
            """
            UPDATE shipment
               SET status = 'IN_TRANSIT', departed_at = coalesce(:departedAt, clock_timestamp()),
                   expected_at = coalesce(:expectedAt, expected_at), carrier = coalesce(:carrier, carrier),
                   tracking_number = coalesce(:trackingNumber, tracking_number), version = version + 1
             WHERE shipment_id = :shipmentId
            """;

    private static final String ARRIVE =
            """
            UPDATE shipment SET status = 'ARRIVED', arrived_at = coalesce(:arrivedAt, clock_timestamp()), version = version + 1
             WHERE shipment_id = :shipmentId
            """;

    private static final String RECEIVE =
            """
            UPDATE shipment SET status = 'RECEIVED', received_at = clock_timestamp(), version = version + 1
             WHERE shipment_id = :shipmentId
            """;

    private static final String CANCEL =
            """
            UPDATE shipment SET status = 'CANCELLED', cancel_reason = :reason, version = version + 1
             WHERE shipment_id = :shipmentId
            """;

    private record Numbered(long number, Shipment shipment) {}

    Optional<Shipment> find(Handle handle, String shipmentId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("shipmentId", shipmentId)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(ShipmentTable::shipment)
                .findOne();
    }

    Page<Shipment> list(Handle handle, ShipmentQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bindMethods(query)
                        .bind("after", query.cursor() == null ? 0 : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map((row, context) ->
                                new Numbered(row.getLong("number"), shipment(row, context)))
                        .list();
        var page = Page.of(rows, query.limit(), row -> Cursor.of(Long.toString(row.number())));
        return new Page<>(
                page.items().stream().map(Numbered::shipment).toList(), page.nextCursor());
    }

    String insert(Handle handle, PurchaseOrder order, ShipmentDraft draft, String by) {
        return handle.createQuery(INSERT)
                .bindMethods(draft)
                .bind("supplierId", order.supplierId())
                .bind("plant", order.plant())
                .bind("by", by)
                .mapTo(String.class)
                .one();
    }

    void move(Handle handle, String shipmentId, ShipmentCommand command) {
        var sql =
                switch (command) {
                    case ShipmentCommand.Departure _ -> DEPART;
                    case ShipmentCommand.Arrival _ -> ARRIVE;
                    case ShipmentCommand.Receipt _ -> RECEIVE;
                    case ShipmentCommand.Cancellation _ -> CANCEL;
                };
        handle.createUpdate(sql).bindMethods(command).bind("shipmentId", shipmentId).execute();
    }

    private static Shipment shipment(ResultSet row, StatementContext context) throws SQLException {
        return new Shipment(
                row.getString("shipment_id"),
                row.getString("supplier_id"),
                row.getString("order_number"),
                row.getString("plant"),
                RowJson.list(row, "lines", Shipment.Line.class),
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getTimestamp("announced_at").toInstant(),
                row.getTimestamp("expected_at").toInstant(),
                instant(row.getTimestamp("departed_at")),
                instant(row.getTimestamp("arrived_at")),
                instant(row.getTimestamp("received_at")),
                Shipment.Status.valueOf(row.getString("status")),
                row.getString("cancel_reason"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
