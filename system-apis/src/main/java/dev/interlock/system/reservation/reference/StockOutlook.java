package dev.interlock.system.reservation.reference;

import dev.interlock.system.reservation.AvailableToPromise;
import dev.interlock.system.reservation.AvailableToPromise.Promise;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Usable stock, what is to come and what is promised, of several items in a plant at once.
@ApplicationScoped
class StockOutlook {
    /// A serial on hold is one piece less, wherever it lies.
    private static final String OUTLOOK =
            """
            SELECT 'ON_HAND' AS kind, i.item_id, plant_day(:plant) AS day,
                   greatest(0, coalesce((SELECT sum(u.quantity) FROM usable_stock u WHERE u.item_id = i.item_id AND u.plant = :plant), 0)
                       - (SELECT count(*) FROM hold h WHERE h.status = 'ACTIVE' AND h.consume AND h.scope = 'SERIAL'
                             AND split_part(h.target, '/', 1) = i.item_id)) AS quantity,
                   coalesce((SELECT sum(b.quantity) FROM balance b WHERE b.item_id = i.item_id AND b.plant = :plant
                                AND b.stock_type = 'QUALITY_INSPECTION'), 0) AS in_inspection
              FROM item i WHERE i.item_id = ANY (:items)
             UNION ALL
            SELECT 'TO_COME', item_id, due_on, sum(quantity), 0 FROM open_receipt
             WHERE plant = :plant AND item_id = ANY (:items)
             GROUP BY item_id, due_on
             UNION ALL
            SELECT 'PROMISED', item_id, required_on, sum(quantity), 0 FROM open_demand
             WHERE plant = :plant AND item_id = ANY (:items) AND order_number <> coalesce(CAST(:order AS text), '')
             GROUP BY item_id, required_on
            """;

    private enum Kind {
        ON_HAND,
        TO_COME,
        PROMISED
    }

    private record Entry(
            Kind kind,
            String itemId,
            LocalDate day,
            BigDecimal quantity,
            BigDecimal inInspection) {}

    /// So much of an item on a day, in its base unit.
    record Demand(String itemId, BigDecimal quantity, LocalDate on) {}

    /// By item; `order` is left out of what is promised.
    record Outlook(Map<String, AvailableToPromise> promises, Map<String, BigDecimal> inInspection) {
        AvailableToPromise of(String itemId) {
            var promise = promises.get(itemId);
            if (promise == null) {
                throw new IllegalArgumentException("nobody looked out for " + itemId);
            }
            return promise;
        }

        /// What each of several demands gets, the first one first. All that is confirmed is taken
        /// before anything that comes later is counted on.
        List<Promise> take(List<Demand> demands) {
            var promises = new ArrayList<Promise>();
            for (var demand : demands) {
                var promise = of(demand.itemId()).promise(demand.quantity(), demand.on());
                of(demand.itemId()).take(promise.confirmed(), demand.on());
                promises.add(promise);
            }
            for (var i = 0; i < promises.size(); i++) {
                var demand = demands.get(i);
                promises.set(
                        i,
                        of(demand.itemId())
                                .takeRest(promises.get(i), demand.quantity(), demand.on()));
            }
            return List.copyOf(promises);
        }

        BigDecimal inInspection(String itemId) {
            return inInspection.getOrDefault(itemId, BigDecimal.ZERO);
        }
    }

    Outlook of(Handle handle, String plant, Collection<String> items, @Nullable String order) {
        var entries =
                handle
                        .createQuery(OUTLOOK)
                        .bind("plant", plant)
                        .bind("items", TextArray.of(items))
                        .bind("order", order)
                        .map(StockOutlook::entry)
                        .stream()
                        .collect(Collectors.groupingBy(Entry::kind));
        var promises = new HashMap<String, AvailableToPromise>();
        var inInspection = new HashMap<String, BigDecimal>();
        for (var stock : entries.getOrDefault(Kind.ON_HAND, List.of())) {
            promises.put(stock.itemId(), new AvailableToPromise(stock.day(), stock.quantity()));
            inInspection.put(stock.itemId(), stock.inInspection());
        }
        var outlook = new Outlook(promises, inInspection);
        entries.getOrDefault(Kind.TO_COME, List.of())
                .forEach(entry -> outlook.of(entry.itemId()).expect(entry.quantity(), entry.day()));
        entries.getOrDefault(Kind.PROMISED, List.of())
                .forEach(entry -> outlook.of(entry.itemId()).take(entry.quantity(), entry.day()));
        return outlook;
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                Kind.valueOf(row.getString("kind")),
                row.getString("item_id"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("in_inspection"));
    }
}
