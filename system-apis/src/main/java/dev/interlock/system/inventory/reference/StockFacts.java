package dev.interlock.system.inventory.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a movement has to fit: the item, the plant, holds on it.
@ApplicationScoped
class StockFacts {
    private static final String BATCH_MANAGED =
            "SELECT batch_managed FROM item WHERE item_id = :itemId AND item_visible(item_id, NULL,"
                    + " :supplier)";

    private static final String PLANT =
            """
            SELECT EXISTS (SELECT FROM plant WHERE plant = :plant)
               AND (CAST(:plants AS text[]) IS NULL OR CAST(:plant AS text) = ANY (:plants))
            """;

    private static final String HELD =
            "SELECT consuming_held(:itemId, coalesce(CAST(:lot AS text), ''))";

    /// Empty when the item is not known.
    Optional<Boolean> batchManaged(Handle handle, String itemId, Sight sight) {
        return handle.createQuery(BATCH_MANAGED)
                .bind("itemId", itemId)
                .bind("supplier", sight.supplierId())
                .mapTo(Boolean.class)
                .findOne();
    }

    boolean knowsPlant(Handle handle, String plant, Sight sight) {
        return handle.createQuery(PLANT)
                .bind("plant", plant)
                .bind("plants", TextArray.restricting(sight.plants()))
                .mapTo(Boolean.class)
                .one();
    }

    boolean isHeld(Handle handle, String itemId, @Nullable String lot) {
        return handle.createQuery(HELD)
                .bind("itemId", itemId)
                .bind("lot", lot)
                .mapTo(Boolean.class)
                .one();
    }
}
