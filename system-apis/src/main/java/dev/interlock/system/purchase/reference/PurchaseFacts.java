package dev.interlock.system.purchase.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What a purchase order has to fit: plants, suppliers, who may supply what.
@ApplicationScoped
class PurchaseFacts {
    private static final String PLANT =
            """
            SELECT EXISTS (SELECT FROM plant WHERE plant = :plant)
               AND (CAST(:plants AS text[]) IS NULL OR CAST(:plant AS text) = ANY (:plants))
            """;

    private static final String SUPPLIER =
            "SELECT status FROM supplier WHERE supplier_id = :supplierId";

    private static final String SUPPLIED =
            """
            SELECT item_id FROM item_supplier
             WHERE supplier_id = :supplierId AND status = 'APPROVED' AND item_id = ANY (:items)
            """;

    private static final String REVISION =
            "SELECT EXISTS (SELECT FROM revision WHERE item_id = :itemId AND revision = :revision)";

    boolean knowsPlant(Handle handle, String plant, Sight sight) {
        return handle.createQuery(PLANT)
                .bind("plant", plant)
                .bind("plants", TextArray.restricting(sight.plants()))
                .mapTo(Boolean.class)
                .one();
    }

    Optional<String> supplierStatus(Handle handle, String supplierId) {
        return handle.createQuery(SUPPLIER)
                .bind("supplierId", supplierId)
                .mapTo(String.class)
                .findOne();
    }

    /// Which of the items the supplier is approved for.
    Set<String> supplied(Handle handle, String supplierId, Collection<String> items) {
        return Set.copyOf(
                handle.createQuery(SUPPLIED)
                        .bind("supplierId", supplierId)
                        .bind("items", TextArray.of(items))
                        .mapTo(String.class)
                        .list());
    }

    boolean knowsRevision(Handle handle, String itemId, String revision) {
        return handle.createQuery(REVISION)
                .bind("itemId", itemId)
                .bind("revision", revision)
                .mapTo(Boolean.class)
                .one();
    }
}
