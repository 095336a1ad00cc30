package dev.interlock.system.structure.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.sql.TextArray;
import dev.interlock.system.structure.WhereUsed;
import dev.interlock.system.unit.Exact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Goes up from an item in one statement, over the BOMs that are built from today or may be later.
/// Each use is given once, at the lowest level at which it is met; where the item is used in itself
/// the walk ends.
@ApplicationScoped
class WhereUsedWalk {
    private static final String WALK =
            """
            WITH RECURSIVE walk AS (
                SELECT 0 AS level, CAST(:itemId AS text) AS parent_id, ''::text AS parent_revision, ''::text AS plant,
                       0 AS position, ''::text AS component_id
                UNION
                SELECT w.level + 1, b.item_id, b.revision, b.plant, l.position, l.component_id
                  FROM walk w
                  -- OFFSET keeps the planner from going through every BOM where few items are used in many
                  CROSS JOIN LATERAL (
                       SELECT * FROM bom_line l WHERE l.component_id = w.parent_id AND (w.level = 0 OR l.plant = w.plant) OFFSET 0) AS l
                  JOIN bom b ON b.item_id = l.item_id AND b.revision = l.revision AND b.plant = l.plant
                   AND b.status IN ('DRAFT', 'CERTIFIED')
                  JOIN revision r ON r.item_id = b.item_id AND r.revision = b.revision AND r.status <> 'OBSOLETE'
                 WHERE w.level < :levels AND (w.level = 0 OR w.parent_id <> :itemId)
                   AND (CAST(:plants AS text[]) IS NULL OR b.plant = ANY (:plants))
                   AND (l.effective_to IS NULL OR l.effective_to >= plant_day(l.plant))
                   AND (r.effective_to IS NULL OR r.effective_to >= plant_day(l.plant))
                   AND NOT EXISTS (
                       SELECT FROM revision n
                        WHERE r.status = 'RELEASED' AND r.effective_to IS NULL
                          AND n.item_id = r.item_id AND n.status = 'RELEASED' AND n.effective_to IS NULL
                          AND n.effective_from <= plant_day(l.plant)
                          AND (n.effective_from, n.rank) > (r.effective_from, r.rank))
            )
            SELECT min(w.level) AS level, w.parent_id, w.parent_revision, w.plant, w.position, w.component_id, l.quantity, l.unit
              FROM walk w
              JOIN bom_line l ON l.item_id = w.parent_id AND l.revision = w.parent_revision AND l.plant = w.plant
               AND l.position = w.position
             WHERE w.level > 0
             GROUP BY w.parent_id, w.parent_revision, w.plant, w.position, w.component_id, l.quantity, l.unit
             ORDER BY 1, w.parent_id, w.parent_revision, w.plant, w.position
            """;

    List<WhereUsed> up(Handle handle, String itemId, int levels, Sight sight) {
        return handle.createQuery(WALK)
                .bind("itemId", itemId)
                .bind("levels", levels)
                .bind("plants", TextArray.restricting(sight.plants()))
                .map((row, context) ->
                        new WhereUsed(
                                row.getInt("level"),
                                row.getString("parent_id"),
                                row.getString("parent_revision"),
                                row.getString("plant"),
                                row.getInt("position"),
                                row.getString("component_id"),
                                Exact.of(row.getBigDecimal("quantity"), row.getString("unit")),
                                row.getString("parent_id").equals(itemId)))
                .list();
    }
}
