package dev.interlock.system.reservation.reference;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.reservation.OrderDemand;
import dev.interlock.system.reservation.PromisedLot;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Lots that are assigned to more orders than they are enough for: who has reserved keeps them.
///
/// The caller holds the items' anchors.
@ApplicationScoped
class LotClaims {
    /// Who has which lot is looked up only where all that is promised of the item might be of it.
    private static final String GIVEN_AWAY =
            """
            SELECT own.position, own.item_id, own.lot, own.quantity, there.quantity AS there, claimed.quantity AS claimed, claimed.orders,
                   (SELECT base_unit FROM item WHERE item_id = own.item_id) AS unit
              FROM (SELECT min(s.position) AS position, c.item_id, s.lot,
                           least(sum(c.quantity - c.issued), sum(s.quantity) - lot_issued(:orderNumber, c.item_id, s.lot)) AS quantity
                      FROM production_order_lot s JOIN production_order_component c USING (order_number, position)
                     WHERE s.order_number = :orderNumber
                     GROUP BY c.item_id, s.lot) AS own
              JOIN unnest(:items, CAST(:promised AS numeric[])) AS item (item_id, promised) USING (item_id)
             CROSS JOIN LATERAL (
                   SELECT coalesce(sum(quantity), 0) AS quantity FROM balance
                    WHERE item_id = own.item_id AND lot = own.lot AND plant = :plant AND stock_type = 'UNRESTRICTED') AS there
             CROSS JOIN LATERAL (
                   SELECT sum(quantity) AS quantity, array_agg(order_number ORDER BY order_number) AS orders FROM lot_claim
                    WHERE own.quantity > there.quantity - item.promised
                      AND item_id = own.item_id AND lot = own.lot AND plant = :plant AND quantity > 0
                      AND order_number <> :orderNumber) AS claimed
             WHERE own.quantity > 0 AND own.quantity > there.quantity - claimed.quantity
             ORDER BY own.position, own.lot
            """;

    /// A violation for each lot of the order's that other orders have reserved with; `promised` is
    /// what all of them have of an item.
    void refuse(
            Handle handle,
            OrderDemand demand,
            Function<String, BigDecimal> promised,
            Refusal refusal) {
        var items =
                demand.lines().stream()
                        .filter(line -> !line.lots().isEmpty())
                        .map(OrderDemand.Line::itemId)
                        .distinct()
                        .toList();
        given(handle, demand.orderNumber(), demand.plant(), items, promised)
                .forEach(lot ->
                        refusal.add("/components/" + lot.position(), "lot-promised", told(lot)));
    }

    /// The order's lots that other orders have reserved with, so that they are not enough for it.
    List<PromisedLot> given(
            Handle handle,
            String orderNumber,
            String plant,
            List<String> items,
            Function<String, BigDecimal> promised) {
        var shared = items.stream().filter(item -> promised.apply(item).signum() > 0).toList();
        if (shared.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(GIVEN_AWAY)
                .bind("orderNumber", orderNumber)
                .bind("plant", plant)
                .bind("items", TextArray.of(shared))
                .bind(
                        "promised",
                        TextArray.of(
                                shared.stream()
                                        .map(item -> promised.apply(item).toPlainString())
                                        .toList()))
                .map(LotClaims::lot)
                .list();
    }

    private static String told(PromisedLot lot) {
        return "Lot %s of %s: %s needed, %s there, of which %s are promised to order %s."
                .formatted(
                        lot.lot(),
                        lot.itemId(),
                        lot.needed().value().toPlainString(),
                        lot.there().value().toPlainString(),
                        lot.promised().value().toPlainString(),
                        String.join(", ", lot.orders()));
    }

    private static PromisedLot lot(ResultSet row, StatementContext context) throws SQLException {
        var unit = row.getString("unit");
        return new PromisedLot(
                row.getInt("position"),
                row.getString("item_id"),
                row.getString("lot"),
                Exact.of(row.getBigDecimal("quantity"), unit),
                Exact.of(row.getBigDecimal("there"), unit),
                Exact.of(row.getBigDecimal("claimed"), unit),
                List.of((String[]) row.getArray("orders").getArray()));
    }
}
