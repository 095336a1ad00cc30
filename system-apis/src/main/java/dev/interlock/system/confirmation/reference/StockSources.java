package dev.interlock.system.confirmation.reference;

import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.LotShare;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where an order's components are taken from: its supply location, or the lots assigned to it,
/// wherever those lie. The caller holds the items' anchors.
@ApplicationScoped
class StockSources {
    private static final String PLACES =
            """
            SELECT location, lot, quantity FROM balance
             WHERE item_id = :itemId AND plant = :plant AND stock_type = 'UNRESTRICTED' AND quantity > 0
               AND lot = ANY (:lots)
               AND (lot <> '' OR CAST(:supplyLocation AS text) IS NULL OR location = :supplyLocation)
             ORDER BY lot, location IS DISTINCT FROM CAST(:supplyLocation AS text), location
            """;

    private static final String TAKEN =
            """
            SELECT coalesce(lot, '') AS lot, sum(CASE WHEN from_location IS NOT NULL THEN quantity ELSE -quantity END) AS quantity
              FROM movement
             WHERE order_number = :orderNumber AND item_id = :itemId AND type IN ('ISSUE', 'RETURN')
             GROUP BY coalesce(lot, '')
            """;

    /// So much from here.
    record Draw(String location, @Nullable String lot, BigDecimal quantity) {}

    private record Place(String location, String lot, BigDecimal quantity) {}

    /// As much of it as there is: the sum may be less than what is due.
    List<Draw> of(Handle handle, ProductionOrder order, Backflush.Due due) {
        var component = due.component();
        var left =
                component.lots().isEmpty()
                        ? Map.<String, BigDecimal>of()
                        : left(handle, order, component);
        var open = due.quantity();
        var draws = new ArrayList<Draw>();
        var used = new HashMap<String, BigDecimal>();
        for (var place : places(handle, order, component)) {
            var most = place.quantity().min(open);
            if (!component.lots().isEmpty()) {
                var ofLot =
                        left.getOrDefault(place.lot(), BigDecimal.ZERO)
                                .subtract(used.getOrDefault(place.lot(), BigDecimal.ZERO));
                most = most.min(ofLot);
            }
            if (most.signum() > 0) {
                used.merge(place.lot(), most, BigDecimal::add);
                open = open.subtract(most);
                draws.add(
                        new Draw(
                                place.location(),
                                place.lot().isEmpty() ? null : place.lot(),
                                most));
            }
        }
        return draws;
    }

    /// What of its lots the order has not taken yet.
    private static Map<String, BigDecimal> left(
            Handle handle, ProductionOrder order, Component component) {
        var left = new HashMap<String, BigDecimal>();
        order.components().stream()
                .filter(other -> other.itemId().equals(component.itemId()))
                .flatMap(other -> other.lots().stream())
                .forEach(share ->
                        left.merge(share.lot(), share.quantity().value(), BigDecimal::add));
        handle.createQuery(TAKEN)
                .bind("orderNumber", order.orderNumber())
                .bind("itemId", component.itemId())
                .map((row, _) -> new Place("", row.getString("lot"), row.getBigDecimal("quantity")))
                .forEach(taken ->
                        left.merge(taken.lot(), taken.quantity().negate(), BigDecimal::add));
        return left;
    }

    private static List<Place> places(Handle handle, ProductionOrder order, Component component) {
        return handle.createQuery(PLACES)
                .bind("itemId", component.itemId())
                .bind("plant", order.plant())
                .bind("supplyLocation", component.supplyLocation())
                .bind("lots", TextArray.of(lots(component)))
                .map((row, _) ->
                        new Place(
                                row.getString("location"),
                                row.getString("lot"),
                                row.getBigDecimal("quantity")))
                .list();
    }

    /// A lot that nobody has assigned is not taken.
    private static List<String> lots(Component component) {
        return component.lots().isEmpty()
                ? List.of("")
                : component.lots().stream().map(LotShare::lot).toList();
    }
}
