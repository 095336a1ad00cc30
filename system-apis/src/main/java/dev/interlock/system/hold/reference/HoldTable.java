package dev.interlock.system.hold.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.hold.Hold;
import dev.interlock.system.hold.HoldDraft;
import dev.interlock.system.hold.HoldQuery;
import dev.interlock.system.master.Ids;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Holds.
@ApplicationScoped
class HoldTable {
    private static final String COLUMNS =
            """
            SELECT hold_id, scope, target, reason, nonconformance_id, consume, release, ship, pay, status, placed_by, placed_at,
                   released_by, released_at, evidence, version
              FROM hold h
            """;

    /// A supplier sees what is on its own lots, on items it supplies and on itself; a plant does
    /// not see another plant's orders.
    private static final String VISIBLE =
            """
            (CASE WHEN CAST(:supplier AS text) IS NOT NULL THEN
                  CASE scope WHEN 'SUPPLIER' THEN target = :supplier
                             WHEN 'ITEM' THEN item_visible(target, NULL, :supplier)
                             WHEN 'LOT' THEN EXISTS (SELECT FROM lot l WHERE l.supplier_id = :supplier
                                                        AND l.item_id || '/' || l.lot = h.target)
                             ELSE false END
                  WHEN CAST(:plants AS text[]) IS NOT NULL THEN
                  CASE scope WHEN 'ORDER' THEN EXISTS (SELECT FROM production_order o
                                                        WHERE o.order_number = h.target AND o.plant = ANY (:plants))
                                            OR EXISTS (SELECT FROM purchase_order o
                                                        WHERE o.order_number = h.target AND o.plant = ANY (:plants))
                             WHEN 'SUPPLIER' THEN true
                             ELSE item_visible(split_part(target, '/', 1), :plants, NULL) END
                  ELSE true END)
            """;

    private static final String FIND = COLUMNS + " WHERE hold_id = :holdId AND " + VISIBLE;

    private static final String LIST =
            COLUMNS
                    + """
                     WHERE (CAST(:scope AS text) IS NULL OR scope = :scope)
                       AND (CAST(:target AS text) IS NULL OR target = :target)
                       AND (CAST(:status AS text) IS NULL OR status = :status)
                       AND (CAST(:before AS bigint) IS NULL OR hold_id < :before) AND
                    """
                    + VISIBLE
                    + " ORDER BY hold_id DESC LIMIT :limit";

    private static final String ACTIVE_ON =
            COLUMNS
                    + """
                     WHERE status = 'ACTIVE'
                       AND (scope = 'SUPPLIER' OR scope IN ('ITEM', 'LOT', 'SERIAL', 'ORDER') AND target = ANY (:targets)) AND
                    """
                    + VISIBLE
                    + " ORDER BY hold_id";

    private static final String INSERT =
            """
            INSERT INTO hold (scope, target, reason, nonconformance_id, consume, release, ship, pay, status, placed_by, placed_at)
            VALUES (:scope, :target, :reason, :nonconformanceId, :consume, :release, :ship, :pay, 'ACTIVE', :by, clock_timestamp())
            RETURNING *
            """;

    private static final String RELEASE =
            """
            UPDATE hold SET status = 'RELEASED', released_by = :by, released_at = clock_timestamp(), evidence = :evidence,
                   version = version + 1
             WHERE hold_id = :holdId AND status = 'ACTIVE'
            RETURNING *
            """;

    private static final String TARGETS =
            """
            SELECT CASE :scope WHEN 'ORDER' THEN
                        EXISTS (SELECT FROM production_order WHERE order_number = :subject
                                   AND (CAST(:plants AS text[]) IS NULL OR plant = ANY (:plants)))
                     OR EXISTS (SELECT FROM purchase_order WHERE order_number = :subject
                                   AND (CAST(:plants AS text[]) IS NULL OR plant = ANY (:plants)))
                   WHEN 'SUPPLIER' THEN EXISTS (SELECT FROM supplier WHERE supplier_id = :subject)
                   ELSE EXISTS (SELECT FROM item WHERE item_id = :subject) AND item_visible(:subject, :plants, NULL) END
            """;

    Optional<Hold> find(Handle handle, String holdId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("holdId", Ids.number("hold", holdId))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(HoldTable::hold)
                .findOne();
    }

    Page<Hold> list(Handle handle, HoldQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bind("scope", query.scope())
                        .bind("target", query.target())
                        .bind("status", query.status())
                        .bind("before", query.cursor() == null ? null : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map(HoldTable::hold)
                        .list();
        return Page.of(rows, query.limit(), hold -> Cursor.of(hold.holdId()));
    }

    List<Hold> activeOn(Handle handle, Set<String> targets, Sight sight) {
        return handle.createQuery(ACTIVE_ON)
                .bind("targets", TextArray.of(targets))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(HoldTable::hold)
                .list();
    }

    boolean knowsTarget(Handle handle, HoldDraft draft, Sight sight) {
        return handle.createQuery(TARGETS)
                .bind("scope", draft.scope())
                .bind("subject", draft.subject())
                .bind("plants", TextArray.restricting(sight.plants()))
                .mapTo(Boolean.class)
                .one();
    }

    Hold insert(Handle handle, HoldDraft draft, String by) {
        return handle.createQuery(INSERT)
                .bindMethods(draft)
                .bindMethods(draft.effects())
                .bind("by", by)
                .map(HoldTable::hold)
                .one();
    }

    /// Empty when it is released already.
    Optional<Hold> release(Handle handle, String holdId, @Nullable String evidence, String by) {
        return handle.createQuery(RELEASE)
                .bind("holdId", Ids.number("hold", holdId))
                .bind("evidence", evidence)
                .bind("by", by)
                .map(HoldTable::hold)
                .findOne();
    }

    private static Hold hold(ResultSet row, StatementContext context) throws SQLException {
        return new Hold(
                row.getString("hold_id"),
                Hold.Scope.valueOf(row.getString("scope")),
                row.getString("target"),
                row.getString("reason"),
                row.getString("nonconformance_id"),
                new Hold.Effects(
                        row.getBoolean("consume"),
                        row.getBoolean("release"),
                        row.getBoolean("ship"),
                        row.getBoolean("pay")),
                Hold.Status.valueOf(row.getString("status")),
                row.getString("placed_by"),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("released_by"),
                instant(row.getTimestamp("released_at")),
                row.getString("evidence"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
