package dev.interlock.system.inventory.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a movement has to fit: the item, the plant, holds on it.
@ApplicationScoped
class StockFacts {
    private static final String PLACE =
            """
            SELECT EXISTS (SELECT FROM plant WHERE plant = :plant)
                       AND (CAST(:plants AS text[]) IS NULL OR CAST(:plant AS text) = ANY (:plants)) AS knows_plant,
                   (SELECT batch_managed FROM item
                     WHERE item_id = :itemId AND item_visible(item_id, NULL, :supplier)) AS batch_managed
            """;

    private static final String HELD =
            "SELECT consuming_held(:itemId, coalesce(CAST(:lot AS text), ''))";

    /// `batchManaged` is null when the item is not known.
    record Place(boolean knowsPlant, @Nullable Boolean batchManaged) {}

    Place place(Handle handle, String plant, String itemId, Sight sight) {
        return handle.createQuery(PLACE)
                .bind("plant", plant)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("itemId", itemId)
                .bind("supplier", sight.supplierId())
                .map((row, context) ->
                        new Place(
                                row.getBoolean("knows_plant"),
                                row.getObject("batch_managed", Boolean.class)))
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
