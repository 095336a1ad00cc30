package dev.interlock.system.inventory.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementQuery;
import dev.interlock.system.inventory.Place;
import dev.interlock.system.inventory.StockType;
import dev.interlock.system.master.Ids;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Movements: only ever added to.
@ApplicationScoped
class MovementTable {
    private static final String SELECT =
            """
            SELECT m.movement_id, m.type, m.item_id, m.plant, m.from_location, m.from_stock_type, m.to_location, m.to_stock_type, m.lot,
                   m.quantity, i.base_unit, m.order_number, m.purchase_order_number, m.purchase_order_line, m.reason_code,
                   m.posted_at, m.reversal_of
              FROM movement m JOIN item i USING (item_id)
             WHERE (CAST(:plants AS text[]) IS NULL OR m.plant = ANY (:plants))
               AND (CAST(:supplier AS text) IS NULL OR m.supplier_id = :supplier)
            """;

    private static final String FIND = SELECT + " AND m.movement_id = :movementId";

    private static final String LIST =
            SELECT
                    + """
                       AND (CAST(:itemId AS text) IS NULL OR m.item_id = :itemId)
                       AND (CAST(:plant AS text) IS NULL OR m.plant = :plant)
                       AND (CAST(:lot AS text) IS NULL OR m.lot = :lot)
                       AND (CAST(:orderNumber AS text) IS NULL OR m.order_number = :orderNumber)
                       AND (CAST(:purchaseOrderNumber AS text) IS NULL OR m.purchase_order_number = :purchaseOrderNumber)
                       AND (CAST(:before AS bigint) IS NULL OR m.movement_id < :before)
                     ORDER BY m.movement_id DESC LIMIT :limit
                    """;

    private static final String INSERT =
            """
            INSERT INTO movement (type, item_id, plant, from_location, from_stock_type, to_location, to_stock_type, lot, quantity,
                   order_number, purchase_order_number, purchase_order_line, supplier_id, reason_code, posted_by, reversal_of)
            VALUES (:type, :itemId, :plant, :fromLocation, :fromStockType, :toLocation, :toStockType, :lot, :base,
                   :orderNumber, :purchaseOrderNumber, :purchaseOrderLine,
                   (SELECT supplier_id FROM purchase_order WHERE order_number = :purchaseOrderNumber),
                   :reasonCode, :by, :reversalOf)
            RETURNING movement_id
            """;

    private static final String REVERSED =
            "SELECT EXISTS (SELECT FROM movement WHERE reversal_of = :movementId)";

    Optional<Movement> find(Handle handle, String movementId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("movementId", Ids.number("movement", movementId))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(MovementTable::movement)
                .findOne();
    }

    Page<Movement> list(Handle handle, MovementQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bindMethods(query)
                        .bind("before", query.cursor() == null ? null : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map(MovementTable::movement)
                        .list();
        return Page.of(rows, query.limit(), movement -> Cursor.of(movement.movementId()));
    }

    boolean isReversed(Handle handle, String movementId) {
        return handle.createQuery(REVERSED)
                .bind("movementId", Ids.number("movement", movementId))
                .mapTo(Boolean.class)
                .one();
    }

    Movement insert(
            Handle handle,
            MovementDraft draft,
            BigDecimal base,
            String by,
            @Nullable String reversalOf) {
        var from = draft.from();
        var to = draft.to();
        var id =
                handle.createQuery(INSERT)
                        .bindMethods(draft)
                        .bind("base", base)
                        .bind("fromLocation", from == null ? null : from.location())
                        .bind("fromStockType", from == null ? null : from.stockType().name())
                        .bind("toLocation", to == null ? null : to.location())
                        .bind("toStockType", to == null ? null : to.stockType().name())
                        .bind("by", by)
                        .bind(
                                "reversalOf",
                                reversalOf == null ? null : Ids.number("movement", reversalOf))
                        .mapTo(String.class)
                        .one();
        return find(handle, id, Sight.EVERYTHING).orElseThrow();
    }

    private static Movement movement(ResultSet row, StatementContext context) throws SQLException {
        return new Movement(
                row.getString("movement_id"),
                Movement.Type.valueOf(row.getString("type")),
                row.getString("item_id"),
                row.getString("plant"),
                place(row.getString("from_location"), row.getString("from_stock_type")),
                place(row.getString("to_location"), row.getString("to_stock_type")),
                row.getString("lot"),
                Exact.of(row.getBigDecimal("quantity"), row.getString("base_unit")),
                row.getString("order_number"),
                row.getString("purchase_order_number"),
                row.getObject("purchase_order_line", Integer.class),
                row.getString("reason_code"),
                row.getTimestamp("posted_at").toInstant(),
                row.getString("reversal_of"));
    }

    private static @Nullable Place place(@Nullable String location, @Nullable String stockType) {
        return location == null || stockType == null
                ? null
                : new Place(location, StockType.valueOf(stockType));
    }
}
