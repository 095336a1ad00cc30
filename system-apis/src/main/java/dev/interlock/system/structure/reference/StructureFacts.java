package dev.interlock.system.structure.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.StructureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What structures have to fit: revisions, plants, work centers, suppliers.
@ApplicationScoped
class StructureFacts {
    private static final String REVISION =
            """
            SELECT i.base_unit FROM revision r JOIN item i USING (item_id) CROSS JOIN plant p
             WHERE r.item_id = :itemId AND r.revision = :revision AND p.plant = :plant
            """;

    private static final String VISIBLE =
            "SELECT base_unit FROM item WHERE item_id = :itemId AND item_visible(item_id, :plants,"
                    + " :supplier)";

    private static final String WORK_CENTERS =
            "SELECT work_center_id FROM work_center WHERE plant = :plant AND work_center_id = ANY"
                    + " (:ids)";

    private static final String SUPPLIERS =
            "SELECT supplier_id FROM supplier WHERE supplier_id = ANY (:ids)";

    /// The base unit of the item of a revision; empty where the revision or the plant is not known.
    Optional<String> baseUnit(Handle handle, StructureKey key) {
        return handle.createQuery(REVISION).bindMethods(key).mapTo(String.class).findOne();
    }

    boolean knowsPlant(Handle handle, String plant) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM plant WHERE plant = :plant)")
                .bind("plant", plant)
                .mapTo(Boolean.class)
                .one();
    }

    /// The base unit of an item that the caller may see.
    Optional<String> baseUnit(Handle handle, String itemId, Sight sight) {
        return handle.createQuery(VISIBLE)
                .bind("itemId", itemId)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .mapTo(String.class)
                .findOne();
    }

    Optional<String> revisionOn(Handle handle, String itemId, LocalDate day) {
        return handle.createQuery("SELECT effective_revision(:itemId, :day)")
                .bind("itemId", itemId)
                .bind("day", day)
                .mapTo(String.class)
                .findOne();
    }

    Optional<LocalDate> today(Handle handle, String plant) {
        return handle.createQuery("SELECT plant_day(:plant)")
                .bind("plant", plant)
                .mapTo(LocalDate.class)
                .findOne();
    }

    Set<String> workCenters(Handle handle, String plant, Collection<String> ids) {
        return Set.copyOf(
                handle.createQuery(WORK_CENTERS)
                        .bind("plant", plant)
                        .bind("ids", TextArray.of(ids))
                        .mapTo(String.class)
                        .list());
    }

    Set<String> suppliers(Handle handle, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                handle.createQuery(SUPPLIERS)
                        .bind("ids", TextArray.of(ids))
                        .mapTo(String.class)
                        .list());
    }
}
