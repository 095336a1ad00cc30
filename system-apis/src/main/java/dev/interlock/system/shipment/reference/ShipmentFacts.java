package dev.interlock.system.shipment.reference;

import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a shipment has to fit: how its items are kept, and where.
@ApplicationScoped
class ShipmentFacts {
    private static final String ITEMS =
            """
            SELECT i.item_id, i.batch_managed, i.serial_managed, p.supply_location
              FROM item i LEFT JOIN item_plant p ON p.item_id = i.item_id AND p.plant = :plant
             WHERE i.item_id = ANY (:items)
            """;

    /// How an item is kept; `location` is where the plant does.
    record Kept(
            String itemId,
            boolean batchManaged,
            boolean serialManaged,
            @Nullable String location) {}

    Map<String, Kept> of(Handle handle, String plant, Collection<String> items) {
        return handle
                .createQuery(ITEMS)
                .bind("plant", plant)
                .bind("items", TextArray.of(items))
                .map((row, _) ->
                        new Kept(
                                row.getString("item_id"),
                                row.getBoolean("batch_managed"),
                                row.getBoolean("serial_managed"),
                                row.getString("supply_location")))
                .stream()
                .collect(Collectors.toMap(Kept::itemId, Function.identity()));
    }
}
