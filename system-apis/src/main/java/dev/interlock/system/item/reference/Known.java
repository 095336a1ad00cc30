package dev.interlock.system.item.reference;

import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Which of the ids that a caller names exist.
@ApplicationScoped
class Known {
    private static final String PLANTS = "SELECT plant FROM plant WHERE plant = ANY (:ids)";
    private static final String SUPPLIERS =
            "SELECT supplier_id FROM supplier WHERE supplier_id = ANY (:ids)";
    private static final String UNITS = "SELECT code FROM unit WHERE code = ANY (:ids)";
    private static final String STATUSES =
            "SELECT DISTINCT usage_status FROM usage_policy WHERE usage_status = ANY (:ids)";
    private static final String MEASURED =
            """
            SELECT EXISTS (SELECT FROM movement WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM bom_line WHERE component_id = :itemId)
                OR EXISTS (SELECT FROM bom WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM production_order WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM purchase_order_line WHERE item_id = :itemId)
                OR EXISTS (SELECT FROM unit_conversion WHERE item_id = :itemId)
            """;

    Set<String> plants(Handle handle, Collection<String> ids) {
        return known(handle, PLANTS, ids);
    }

    Set<String> suppliers(Handle handle, Collection<String> ids) {
        return known(handle, SUPPLIERS, ids);
    }

    Set<String> units(Handle handle, Collection<String> ids) {
        return known(handle, UNITS, ids);
    }

    Set<String> usageStatuses(Handle handle, Collection<String> ids) {
        return known(handle, STATUSES, ids);
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
