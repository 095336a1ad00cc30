package dev.interlock.system.reservation.reference;

import dev.interlock.system.reservation.AvailableToPromise;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Usable stock, what is to come and what is promised, of several items in a plant at once.
@ApplicationScoped
class StockOutlook {
    private static final String TODAY = "SELECT plant_day(:plant)";

    /// A serial on hold is one piece less, wherever it lies.
    private static final String STOCK =
            """
            SELECT i.item_id,
                   greatest(0, coalesce((SELECT sum(u.quantity) FROM usable_stock u WHERE u.item_id = i.item_id AND u.plant = :plant), 0)
                       - (SELECT count(*) FROM hold h WHERE h.status = 'ACTIVE' AND h.consume AND h.scope = 'SERIAL'
                             AND split_part(h.target, '/', 1) = i.item_id)) AS quantity,
                   coalesce((SELECT sum(b.quantity) FROM balance b WHERE b.item_id = i.item_id AND b.plant = :plant
                                AND b.stock_type = 'QUALITY_INSPECTION'), 0) AS in_inspection
              FROM item i WHERE i.item_id = ANY (:items)
            """;

    private static final String RECEIPTS =
            """
            SELECT item_id, due_on AS day, quantity FROM open_receipt
             WHERE plant = :plant AND item_id = ANY (:items)
            """;

    private static final String PROMISES =
            """
            SELECT item_id, required_on AS day, quantity FROM open_demand
             WHERE plant = :plant AND item_id = ANY (:items)
               AND (CAST(:order AS text) IS NULL OR order_number <> :order)
            """;

    private record Entry(String itemId, LocalDate day, BigDecimal quantity) {}

    private record OnHand(String itemId, BigDecimal quantity, BigDecimal inInspection) {}

    /// By item; `order` is left out of what is promised.
    record Outlook(Map<String, AvailableToPromise> promises, Map<String, BigDecimal> inInspection) {
        AvailableToPromise of(String itemId) {
            var promise = promises.get(itemId);
            if (promise == null) {
                throw new IllegalArgumentException("nobody looked out for " + itemId);
            }
            return promise;
        }

        BigDecimal inInspection(String itemId) {
            return inInspection.getOrDefault(itemId, BigDecimal.ZERO);
        }
    }

    Outlook of(Handle handle, String plant, Collection<String> items, @Nullable String order) {
        var today = handle.createQuery(TODAY).bind("plant", plant).mapTo(LocalDate.class).one();
        var promises = new HashMap<String, AvailableToPromise>();
        var inInspection = new HashMap<String, BigDecimal>();
        handle.createQuery(STOCK)
                .bind("plant", plant)
                .bind("items", TextArray.of(items))
                .map((row, context) ->
                        new OnHand(
                                row.getString("item_id"),
                                row.getBigDecimal("quantity"),
                                row.getBigDecimal("in_inspection")))
                .forEach(stock -> {
                    promises.put(stock.itemId(), new AvailableToPromise(today, stock.quantity()));
                    inInspection.put(stock.itemId(), stock.inInspection());
                });
        var outlook = new Outlook(promises, inInspection);
        handle.createQuery(RECEIPTS)
                .bind("plant", plant)
                .bind("items", TextArray.of(items))
                .map(StockOutlook::entry)
                .forEach(entry -> outlook.of(entry.itemId()).expect(entry.quantity(), entry.day()));
        handle.createQuery(PROMISES)
                .bind("plant", plant)
                .bind("items", TextArray.of(items))
                .bind("order", order)
                .map(StockOutlook::entry)
                .forEach(entry -> outlook.of(entry.itemId()).take(entry.quantity(), entry.day()));
        return outlook;
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getString("item_id"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("quantity"));
    }
}
