package dev.interlock.system.nonconformance;

import dev.interlock.system.access.Sight;
import dev.interlock.system.master.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a matter of quality between buyer and supplier is about: a plant, a supplier, its items,
/// maybe a nonconformance.
@ApplicationScoped
public class QualitySubjects {
    private static final String PLANT = "SELECT EXISTS (SELECT FROM plant WHERE plant = :id)";

    private static final String SUPPLIER =
            "SELECT EXISTS (SELECT FROM supplier WHERE supplier_id = :id)";

    private static final String ITEM =
            """
            SELECT EXISTS (SELECT FROM item WHERE item_id = :id AND item_visible(item_id, NULL, :supplier))
            """;

    private final QualityCore core;

    QualitySubjects(QualityCore core) {
        this.core = core;
    }

    public void check(
            Handle handle, String plant, String supplierId, Sight sight, Refusal refusal) {
        if (!sight.sees(plant) || !exists(handle, PLANT, plant)) {
            refusal.unknown("/plant", "plant", plant);
        }
        if (!exists(handle, SUPPLIER, supplierId)) {
            refusal.unknown("/supplierId", "supplier", supplierId);
        }
    }

    public void checkItem(
            Handle handle, String itemId, String supplierId, String pointer, Refusal refusal) {
        var supplied =
                handle.createQuery(ITEM)
                        .bind("id", itemId)
                        .bind("supplier", supplierId)
                        .mapTo(Boolean.class)
                        .one();
        refusal.unless(
                supplied,
                pointer,
                "not-supplied",
                "%s is no item of the supplier %s.".formatted(itemId, supplierId));
    }

    /// One that is of the same supplier.
    public void checkNonconformance(
            @Nullable String id, String supplierId, Sight sight, Refusal refusal) {
        if (id != null
                && core.find(id)
                        .filter(found -> sight.sees(found.plant()))
                        .filter(found -> supplierId.equals(found.supplierId()))
                        .isEmpty()) {
            refusal.unknown("/nonconformanceId", "nonconformance", id);
        }
    }

    private static boolean exists(Handle handle, String sql, String id) {
        return handle.createQuery(sql).bind("id", id).mapTo(Boolean.class).one();
    }
}
