package dev.interlock.system.correctiveaction.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.correctiveaction.CorrectiveAction;
import dev.interlock.system.correctiveaction.CorrectiveActionDraft;
import dev.interlock.system.correctiveaction.CorrectiveActionQuery;
import dev.interlock.system.correctiveaction.Status;
import dev.interlock.system.nonconformance.Severity;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Corrective actions, read with their disciplines and their history.
@ApplicationScoped
class CorrectiveActionTable {
    private static final String SELECT =
            """
            SELECT c.*, p.time_zone,
                   (SELECT s.supplier_item_id FROM item_supplier s
                     WHERE s.item_id = c.item_id AND s.supplier_id = c.supplier_id) AS supplier_item_id,
                   (SELECT json_agg(json_build_object('discipline', d.discipline, 'content', d.content, 'version', d.version,
                               'updatedAt', d.updated_at) ORDER BY d.discipline)
                      FROM corrective_action_discipline d WHERE d.corrective_action_id = c.corrective_action_id) AS disciplines,
                   (SELECT json_agg(json_build_object('deed', h.deed, 'status', h.status, 'side', h.side,
                               'by', CASE WHEN CAST(:supplier AS text) IS NULL OR h.side = 'SUPPLIER' THEN h.by END,
                               'at', h.at, 'reason', h.reason) ORDER BY h.number)
                      FROM corrective_action_history h WHERE h.corrective_action_id = c.corrective_action_id) AS history
              FROM corrective_action c JOIN plant p USING (plant)
             WHERE (CAST(:plants AS text[]) IS NULL OR c.plant = ANY (:plants))
               AND (CAST(:supplier AS text) IS NULL OR c.supplier_id = :supplier)
            """;

    private static final String FIND = SELECT + " AND c.corrective_action_id = :id";

    private static final String LOCK =
            "SELECT corrective_action_id FROM corrective_action WHERE corrective_action_id = :id"
                    + " FOR UPDATE";

    private static final String LIST =
            SELECT
                    + """
                       AND (CAST(:supplierId AS text) IS NULL OR c.supplier_id = :supplierId)
                       AND (CAST(:nonconformanceId AS text) IS NULL OR c.nonconformance_id = :nonconformanceId)
                       AND (CAST(:status AS text) IS NULL OR c.status = :status)
                       AND c.number > :after
                     ORDER BY c.number LIMIT :limit
                    """;

    private static final String INSERT =
            """
            INSERT INTO corrective_action (supplier_id, plant, item_id, lot, nonconformance_id, title, description, severity, due_dates)
            VALUES (:supplierId, :plant, :itemId, :lot, :nonconformanceId, :title, :description, :severity, :due::jsonb)
            RETURNING corrective_action_id
            """;

    private static final String MOVE =
            """
            UPDATE corrective_action SET status = :to, version = version + 1 WHERE corrective_action_id = :id
            """;

    private record Numbered(long number, CorrectiveAction action) {}

    private final InstantSource clock;

    CorrectiveActionTable(InstantSource clock) {
        this.clock = clock;
    }

    Optional<CorrectiveAction> find(Handle handle, String id, Sight sight) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map((row, _) -> action(row))
                .findOne();
    }

    /// Locked until the end of the transaction.
    Optional<CorrectiveAction> lock(Handle handle, String id, Sight sight) {
        return find(handle, id, sight)
                .flatMap(seen -> {
                    handle.createQuery(LOCK).bind("id", id).mapTo(String.class).one();
                    return find(handle, seen.correctiveActionId(), sight);
                });
    }

    Page<CorrectiveAction> list(Handle handle, CorrectiveActionQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bindMethods(query)
                        .bind("after", query.cursor() == null ? 0 : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map((row, _) -> new Numbered(row.getLong("number"), action(row)))
                        .list();
        var page = Page.of(rows, query.limit(), row -> Cursor.of(Long.toString(row.number())));
        return new Page<>(page.items().stream().map(Numbered::action).toList(), page.nextCursor());
    }

    String insert(
            Handle handle, CorrectiveActionDraft draft, List<CorrectiveAction.DueDate> dueDates) {
        return handle.createQuery(INSERT)
                .bindMethods(draft)
                .bind("due", RowJson.write(dueDates))
                .mapTo(String.class)
                .one();
    }

    /// Raises the version too when the state stays.
    void move(Handle handle, String id, Status to) {
        handle.createUpdate(MOVE).bind("id", id).bind("to", to).execute();
    }

    private CorrectiveAction action(ResultSet row) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        var dueDates = RowJson.list(row, "due_dates", CorrectiveAction.DueDate.class);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone")));
        return new CorrectiveAction(
                row.getString("corrective_action_id"),
                row.getString("supplier_id"),
                row.getString("plant"),
                row.getString("item_id"),
                row.getString("supplier_item_id"),
                row.getString("lot"),
                row.getString("nonconformance_id"),
                row.getString("title"),
                row.getString("description"),
                Severity.valueOf(row.getString("severity")),
                status,
                CorrectiveAction.isOverdue(status, dueDates, today),
                dueDates,
                RowJson.list(row, "disciplines", CorrectiveAction.Document.class),
                RowJson.list(row, "history", CorrectiveAction.Entry.class),
                row.getTimestamp("issued_at").toInstant(),
                row.getLong("version"));
    }
}
