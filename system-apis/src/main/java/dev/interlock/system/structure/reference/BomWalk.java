package dev.interlock.system.structure.reference;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.structure.StructureKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Goes down a structure in one statement: the BOM of a revision, of each component the certified
/// BOM of the revision that holds on the day, and so on. Quantities are carried as ratios and
/// rounded up once, at the line where they are shown.
///
/// A component that already stands above itself closes a loop: its line is given and not gone into.
/// What is the same for all lines of a BOM (the path down to it, its ratio) is computed once, in
/// `up`: an explosion has thousands of lines and few BOMs.
@ApplicationScoped
class BomWalk {
    static final int MOST_LINES = 50_000;

    private static final String WALK =
            """
            WITH RECURSIVE walk AS (
                SELECT 0 AS level, ''::text AS parent_id, ''::text AS parent_revision, 0 AS position,
                       CAST(:itemId AS text) AS component_id, CAST(:revision AS text) AS revision,
                       CAST(:quantity AS numeric) AS amount, 1::numeric AS per, 0::numeric AS scrap_percent, true AS phantom,
                       false AS backflush, CAST(NULL AS integer) AS operation, false AS loop,
                       ARRAY[]::text[] AS path, ARRAY[]::integer[] AS place
                UNION ALL
                SELECT w.level + 1, b.item_id, b.revision, l.position, l.component_id, held.revision,
                       w.amount * l.numerator * (100 + l.scrap_percent), up.per * l.denominator,
                       l.scrap_percent, l.phantom, l.backflush,
                       CASE WHEN :phantomsOnly AND w.level > 0 THEN w.operation ELSE l.operation END,
                       l.component_id = ANY (up.path), up.path, w.place || l.position
                  FROM walk w
                  JOIN bom b ON b.item_id = w.component_id AND b.revision = w.revision AND b.plant = :plant
                   AND (w.level = 0 OR b.status = 'CERTIFIED')
                   AND (b.effective_from IS NULL OR b.effective_from <= :on) AND (b.effective_to IS NULL OR b.effective_to >= :on)
                 CROSS JOIN LATERAL (SELECT w.path || b.item_id AS path, w.per * b.base_quantity * 100 AS per OFFSET 0) AS up
                  JOIN bom_line l ON l.item_id = b.item_id AND l.revision = b.revision AND l.plant = b.plant
                   AND (l.effective_from IS NULL OR l.effective_from <= :on) AND (l.effective_to IS NULL OR l.effective_to >= :on)
                  LEFT JOIN LATERAL (
                       SELECT r.revision FROM revision r
                        WHERE r.item_id = l.component_id AND r.status = 'RELEASED' AND r.effective_from <= :on
                          AND (r.effective_to IS NULL OR r.effective_to >= :on)
                        ORDER BY r.effective_from DESC, r.rank DESC LIMIT 1) AS held ON true
                 WHERE NOT w.loop AND w.level < :levels AND (w.phantom OR NOT :phantomsOnly)
                   AND (l.alternative_group IS NULL OR NOT EXISTS (
                       SELECT FROM bom_line o
                        WHERE o.item_id = l.item_id AND o.revision = l.revision AND o.plant = l.plant
                          AND o.alternative_group = l.alternative_group AND o.position < l.position
                          AND (o.effective_from IS NULL OR o.effective_from <= :on)
                          AND (o.effective_to IS NULL OR o.effective_to >= :on)))
            )
            SELECT w.level, w.parent_id, w.parent_revision, w.position, w.component_id, w.revision, i.base_unit,
                   ceil_ratio(w.amount, w.per, CASE WHEN u.whole_number THEN 1::numeric ELSE 1000000::numeric END) AS quantity,
                   w.scrap_percent, w.phantom, w.backflush, w.operation, w.loop,
                   CASE WHEN w.loop THEN w.path || w.component_id END AS path, w.place[1] AS top_position
              FROM (SELECT * FROM walk LIMIT :most) w
              JOIN item i ON i.item_id = w.component_id
              JOIN unit u ON u.code = i.base_unit
             WHERE w.level > 0
             ORDER BY w.place
            """;

    /// One line of the walk. `path` goes from the top to the component, told where it closes a
    /// loop; `topPosition` is the top's own line that led here.
    record Step(
            int level,
            String parentId,
            String parentRevision,
            int position,
            String componentId,
            @Nullable String revision,
            String unit,
            BigDecimal quantity,
            BigDecimal scrapPercent,
            boolean phantom,
            boolean backflush,
            @Nullable Integer operation,
            boolean loop,
            List<String> path,
            int topPosition) {}

    /// Everything below a revision, down to so many levels.
    List<Step> everything(
            Handle handle, StructureKey top, LocalDate on, BigDecimal quantity, int levels) {
        return walk(handle, top, on, quantity, levels, false);
    }

    /// The top's own lines, and those of phantoms below it. What comes out of a phantom is needed
    /// at the operation that the top names for the phantom: the numbers of a phantom's own routing
    /// say nothing there.
    List<Step> throughPhantoms(Handle handle, StructureKey top, LocalDate on, BigDecimal quantity) {
        return walk(handle, top, on, quantity, Integer.MAX_VALUE, true);
    }

    private static List<Step> walk(
            Handle handle,
            StructureKey top,
            LocalDate on,
            BigDecimal quantity,
            int levels,
            boolean phantomsOnly) {
        var steps =
                handle.createQuery(WALK)
                        .bindMethods(top)
                        .bind("on", on)
                        .bind("quantity", quantity)
                        .bind("levels", levels)
                        .bind("phantomsOnly", phantomsOnly)
                        .bind("most", MOST_LINES + 2)
                        .map(BomWalk::step)
                        .list();
        if (steps.size() > MOST_LINES) {
            throw new Refused(
                    ProblemType.UNPROCESSABLE,
                    "The structure has more than %d lines: ask for fewer levels."
                            .formatted(MOST_LINES),
                    List.of());
        }
        return steps;
    }

    private static Step step(ResultSet row, StatementContext context) throws SQLException {
        return new Step(
                row.getInt("level"),
                row.getString("parent_id"),
                row.getString("parent_revision"),
                row.getInt("position"),
                row.getString("component_id"),
                row.getString("revision"),
                row.getString("base_unit"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("scrap_percent"),
                row.getBoolean("phantom"),
                row.getBoolean("backflush"),
                row.getObject("operation", Integer.class),
                row.getBoolean("loop"),
                path(row.getArray("path")),
                row.getInt("top_position"));
    }

    private static List<String> path(@Nullable Array path) throws SQLException {
        return path == null ? List.of() : List.of((String[]) path.getArray());
    }
}
