package dev.interlock.system.item.reference;

import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Which of the ids that a caller names exist.
@ApplicationScoped
class Known {
    private static final String SUPPLIERS =
            "SELECT supplier_id FROM supplier WHERE supplier_id = ANY (:ids)";
    private static final String UNITS = "SELECT code FROM unit WHERE code = ANY (:ids)";
    private static final String AROUND_ITEM =
            """
            SELECT (SELECT base_unit FROM item WHERE item_id = :itemId) AS base_unit,
                   EXISTS (SELECT FROM unit WHERE code = :unit) AS knows_unit,
                   ARRAY(SELECT plant FROM plant WHERE plant = ANY (:plants)) AS plants,
                   ARRAY(SELECT DISTINCT usage_status FROM usage_policy WHERE usage_status = ANY (:statuses)) AS statuses
            """;
    private static final String MEASURED =
            """
            SELECT EXISTS (SELECT FROM movement WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM bom_line WHERE component_id = :itemId)
                OR EXISTS (SELECT FROM bom WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM production_order WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM purchase_order_line WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM unit_conversion WHERE item_id = :itemId)
            """;

    /// What there is of all that an item names, asked at once. `baseUnit` is the one it has now,
    /// null when there is no such item yet.
    record AroundItem(
            @Nullable String baseUnit,
            boolean knowsUnit,
            Set<String> plants,
            Set<String> usageStatuses) {}

    AroundItem aroundItem(
            Handle handle,
            String itemId,
            String unit,
            Collection<String> plants,
            Collection<String> usageStatuses) {
        return handle.createQuery(AROUND_ITEM)
                .bind("itemId", itemId)
                .bind("unit", unit)
                .bind("plants", TextArray.of(plants))
                .bind("statuses", TextArray.of(usageStatuses))
                .map((row, context) ->
                        new AroundItem(
                                row.getString("base_unit"),
                                row.getBoolean("knows_unit"),
                                TextArray.set(row, "plants"),
                                TextArray.set(row, "statuses")))
                .one();
    }

    Set<String> suppliers(Handle handle, Collection<String> ids) {
        return known(handle, SUPPLIERS, ids);
    }

    Set<String> units(Handle handle, Collection<String> ids) {
        return known(handle, UNITS, ids);
    }

    /// Whether something already counts the item in its base unit.
    boolean isMeasured(Handle handle, String itemId) {
        return handle.createQuery(MEASURED).bind("itemId", itemId).mapTo(Boolean.class).one();
    }

    private static Set<String> known(Handle handle, String sql, Collection<String> ids) {
        return Set.copyOf(
                handle.createQuery(sql).bind("ids", TextArray.of(ids)).mapTo(String.class).list());
    }
}
