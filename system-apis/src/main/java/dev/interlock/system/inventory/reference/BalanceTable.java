package dev.interlock.system.inventory.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.inventory.Balance;
import dev.interlock.system.inventory.BalanceQuery;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.Place;
import dev.interlock.system.inventory.StockType;
import dev.interlock.system.sql.Conditions;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Balances: always the sum of the movements, changed only together with one, under the item's
/// anchor. None is ever negative: the statement takes only what is there, and the table would
/// refuse more.
@ApplicationScoped
class BalanceTable {
    private static final String TAKE =
            """
            UPDATE balance SET quantity = quantity - :quantity, as_of = clock_timestamp()
             WHERE item_id = :itemId AND plant = :plant AND location = :location AND lot = :lot AND stock_type = :stockType
               AND quantity >= :quantity
            """;

    private static final String PUT =
            """
            INSERT INTO balance (item_id, plant, location, lot, stock_type, quantity, as_of)
            VALUES (:itemId, :plant, :location, :lot, :stockType, :quantity, clock_timestamp())
            ON CONFLICT (item_id, plant, location, lot, stock_type)
            DO UPDATE SET quantity = balance.quantity + excluded.quantity, as_of = excluded.as_of
            """;

    private static final String LOT =
            """
            INSERT INTO lot (item_id, lot, supplier_id)
            VALUES (:itemId, :lot, (SELECT supplier_id FROM purchase_order WHERE order_number = :purchaseOrderNumber))
            ON CONFLICT (item_id, lot) DO NOTHING
            """;

    private static final String LIST =
            """
            SELECT b.*
              FROM (SELECT b.item_id, b.plant, b.location, b.lot, b.stock_type, b.quantity, b.as_of, i.base_unit,
                           (SELECT l.supplier_id FROM lot l WHERE l.item_id = b.item_id AND l.lot = b.lot) AS supplier_id,
                           CASE WHEN b.stock_type = 'UNRESTRICTED' THEN
                               greatest(0, least(b.quantity, coalesce((SELECT sum(d.quantity) FROM open_demand d
                                        WHERE d.item_id = b.item_id AND d.plant = b.plant), 0)
                                   - coalesce((SELECT sum(o.quantity) FROM balance o
                                        WHERE o.item_id = b.item_id AND o.plant = b.plant AND o.stock_type = 'UNRESTRICTED'
                                          AND (o.location, o.lot) < (b.location, b.lot)), 0)))
                           ELSE 0 END AS reserved
                      FROM balance b JOIN item i USING (item_id)
                    <where>
                     ORDER BY b.item_id, b.plant, b.location, b.lot, b.stock_type
                     LIMIT :limit) AS b
             ORDER BY b.item_id, b.plant, b.location, b.lot, b.stock_type
            """;

    private static final String OF_SUPPLIER =
            """
            EXISTS (SELECT FROM lot l WHERE l.item_id = b.item_id AND l.lot = b.lot AND l.supplier_id = :supplier)
            """;

    private static final String AFTER =
            "(b.item_id, b.plant, b.location, b.lot, b.stock_type) > (:a1, :a2, :a3, :a4, :a5)";

    /// False when less is there than the movement takes.
    boolean apply(Handle handle, Movement movement) {
        var from = movement.from();
        var to = movement.to();
        if (from != null && place(handle, TAKE, movement, from) == 0) {
            return false;
        }
        if (to != null) {
            place(handle, PUT, movement, to);
        }
        if (movement.lot() != null) {
            handle.createUpdate(LOT)
                    .bind("itemId", movement.itemId())
                    .bind("lot", movement.lot())
                    .bind("purchaseOrderNumber", movement.purchaseOrderNumber())
                    .execute();
        }
        return true;
    }

    Page<Balance> list(Handle handle, BalanceQuery query, Sight sight) {
        var after = Cursor.parts(query.cursor(), 5);
        var wanted =
                new Conditions()
                        .where("itemId", query.itemId(), "b.item_id = :itemId")
                        .where("plant", query.plant(), "b.plant = :plant")
                        .where("location", query.location(), "b.location = :location")
                        .where("lot", query.lot(), "b.lot = :lot")
                        .where("stockType", query.stockType(), "b.stock_type = :stockType")
                        .among("plants", sight.plants(), "b.plant = ANY (:plants)")
                        .where("supplier", sight.supplierId(), OF_SUPPLIER)
                        .always("b.quantity > 0")
                        .always(AFTER);
        var statement =
                wanted.bindTo(handle.createQuery(LIST)).bind("limit", query.limit().plusOne());
        for (var i = 0; i < 5; i++) {
            statement.bind("a" + (i + 1), after.isEmpty() ? "" : after.get(i));
        }
        var rows = statement.map(BalanceTable::balance).list();
        return Page.of(
                rows,
                query.limit(),
                balance ->
                        Cursor.of(
                                balance.itemId(),
                                balance.plant(),
                                balance.location(),
                                balance.lot() == null ? "" : balance.lot(),
                                balance.stockType().name()));
    }

    private static int place(Handle handle, String sql, Movement movement, Place place) {
        return handle.createUpdate(sql)
                .bind("itemId", movement.itemId())
                .bind("plant", movement.plant())
                .bind("location", place.location())
                .bind("lot", movement.lot() == null ? "" : movement.lot())
                .bind("stockType", place.stockType())
                .bind("quantity", movement.quantity().value())
                .execute();
    }

    private static Balance balance(ResultSet row, StatementContext context) throws SQLException {
        var unit = row.getString("base_unit");
        var lot = row.getString("lot");
        BigDecimal quantity = row.getBigDecimal("quantity");
        return new Balance(
                row.getString("item_id"),
                row.getString("plant"),
                row.getString("location"),
                lot.isEmpty() ? null : lot,
                StockType.valueOf(row.getString("stock_type")),
                Exact.of(quantity, unit),
                Exact.of(row.getBigDecimal("reserved"), unit),
                row.getString("supplier_id"),
                row.getTimestamp("as_of").toInstant());
    }
}
