package dev.interlock.system.anchor;

import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Puts everyone who moves, reserves, releases or re-revises an item in a plant in line, until the
/// end of the transaction.
///
/// Rows are taken in item order, so two orders that share components never wait for each other in a
/// circle. What is read after the lock is what the one before has left: the transaction has to be
/// READ COMMITTED.
@ApplicationScoped
public class Anchors {
    private static final String ENSURE =
            """
            INSERT INTO anchor (item_id, plant)
            SELECT DISTINCT item_id, :plant FROM unnest(:items) AS wanted (item_id)
             WHERE NOT EXISTS (SELECT FROM anchor a WHERE a.item_id = wanted.item_id AND a.plant = :plant)
             ORDER BY 1
            ON CONFLICT DO NOTHING
            """;

    private static final String HOLD =
            """
            SELECT item_id FROM anchor WHERE plant = :plant AND item_id = ANY (:items)
               AND :all = (SELECT count(*) FROM anchor WHERE plant = :plant AND item_id = ANY (:items))
             ORDER BY item_id FOR UPDATE
            """;

    private static final String HOLD_IN_PLANTS =
            "SELECT plant FROM anchor WHERE item_id = :item AND plant = ANY (:plants) ORDER BY"
                    + " plant FOR UPDATE";

    /// The item and the plants must exist.
    public void holdInPlants(Handle handle, String item, Collection<String> plants) {
        var held =
                Set.copyOf(
                        handle.createQuery(HOLD_IN_PLANTS)
                                .bind("item", item)
                                .bind("plants", TextArray.of(plants))
                                .mapTo(String.class)
                                .list());
        plants.stream()
                .filter(plant -> !held.contains(plant))
                .forEach(plant -> hold(handle, plant, List.of(item)));
    }

    /// The items must exist. Rows are held only where all of them are there: one that is made after
    /// others are held could be part of a circle.
    public void hold(Handle handle, String plant, Collection<String> items) {
        var wanted = Set.copyOf(items);
        if (wanted.isEmpty() || lock(handle, plant, wanted)) {
            return;
        }
        var made =
                handle.createUpdate(ENSURE)
                        .bind("plant", plant)
                        .bind("items", TextArray.of(wanted))
                        .execute();
        // What this transaction has made is its own already.
        if (made < wanted.size()) {
            lock(handle, plant, wanted);
        }
    }

    private static boolean lock(Handle handle, String plant, Set<String> items) {
        return !handle.createQuery(HOLD)
                .bind("plant", plant)
                .bind("items", TextArray.of(items))
                .bind("all", items.size())
                .mapTo(String.class)
                .list()
                .isEmpty();
    }
}
