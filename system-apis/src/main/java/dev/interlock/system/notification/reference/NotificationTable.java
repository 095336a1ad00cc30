package dev.interlock.system.notification.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.notification.NotificationDraft;
import dev.interlock.system.notification.NotificationQuery;
import dev.interlock.system.notification.NotificationStep;
import dev.interlock.system.notification.QualityNotification;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Quality notifications, and who did what with them.
@ApplicationScoped
class NotificationTable {
    /// A supplier sees none that has not been sent.
    private static final String SELECT =
            """
            SELECT q.*,
                   (SELECT json_agg(jsonb_build_object('serials', '[]'::jsonb) || a.part
                               || jsonb_build_object('supplierItemId', s.supplier_item_id) ORDER BY a.position)
                      FROM jsonb_array_elements(q.affected) WITH ORDINALITY AS a (part, position)
                      LEFT JOIN item_supplier s ON s.item_id = a.part ->> 'itemId' AND s.supplier_id = q.supplier_id) AS parts
              FROM quality_notification q
             WHERE (CAST(:plants AS text[]) IS NULL OR plant = ANY (:plants))
               AND (CAST(:supplier AS text) IS NULL OR (supplier_id = :supplier AND status NOT IN ('CREATED', 'CANCELED')))
            """;

    private static final String FIND = SELECT + " AND notification_id = :id";

    private static final String LOCK = FIND + " FOR UPDATE OF q";

    private static final String LIST =
            SELECT
                    + """
                       AND (CAST(:supplierId AS text) IS NULL OR supplier_id = :supplierId)
                       AND (CAST(:severity AS text) IS NULL OR severity = :severity)
                       AND (CAST(:status AS text) IS NULL OR status = :status)
                       AND number > :after
                     ORDER BY number LIMIT :limit
                    """;

    private static final String INSERT =
            """
            INSERT INTO quality_notification (type, supplier_id, plant, title, description, severity, affected, nonconformance_id, answer_by)
            VALUES (:type, :supplierId, :plant, :title, :description, :severity, :parts::jsonb, :nonconformanceId, :answerBy)
            RETURNING notification_id
            """;

    private static final String MOVE =
            """
            UPDATE quality_notification
               SET status = :to, version = version + 1,
                   sent_at = CASE WHEN :to = 'SENT' THEN clock_timestamp() ELSE sent_at END,
                   received_at = CASE WHEN :to IN ('RECEIVED', 'ACKNOWLEDGED') THEN coalesce(received_at, clock_timestamp())
                                      ELSE received_at END,
                   acknowledged_at = CASE WHEN :to = 'ACKNOWLEDGED' THEN clock_timestamp() ELSE acknowledged_at END,
                   answered_at = CASE WHEN :to IN ('ACCEPTED', 'DECLINED') THEN clock_timestamp() ELSE answered_at END,
                   answer = CASE WHEN :to IN ('ACCEPTED', 'DECLINED') THEN :remark ELSE answer END,
                   ended_at = CASE WHEN :to IN ('CLOSED', 'CANCELED') THEN clock_timestamp() ELSE ended_at END,
                   closing_remark = CASE WHEN :to IN ('CLOSED', 'CANCELED') THEN :remark ELSE closing_remark END
             WHERE notification_id = :id
            """;

    private static final String AUDIT =
            """
            INSERT INTO quality_notification_audit (notification_id, step, status, side, by, remark)
            VALUES (:id, :step, :to, :side, :by, :remark)
            """;

    private record Numbered(long number, QualityNotification notification) {}

    Optional<QualityNotification> find(Handle handle, String id, Sight sight) {
        return one(handle, FIND, id, sight);
    }

    /// Locked until the end of the transaction.
    Optional<QualityNotification> lock(Handle handle, String id, Sight sight) {
        return one(handle, LOCK, id, sight);
    }

    Page<QualityNotification> list(Handle handle, NotificationQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bindMethods(query)
                        .bind("after", query.cursor() == null ? 0 : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map((row, context) ->
                                new Numbered(row.getLong("number"), notification(row, context)))
                        .list();
        var page = Page.of(rows, query.limit(), row -> Cursor.of(Long.toString(row.number())));
        return new Page<>(
                page.items().stream().map(Numbered::notification).toList(), page.nextCursor());
    }

    String insert(Handle handle, NotificationDraft draft) {
        return handle.createQuery(INSERT)
                .bindMethods(draft)
                .bind("parts", RowJson.write(draft.affected()))
                .mapTo(String.class)
                .one();
    }

    /// Moves it on and writes down who did.
    void move(Handle handle, String id, NotificationStep step, @Nullable String remark, String by) {
        for (var sql : new String[] {MOVE, AUDIT}) {
            handle.createUpdate(sql)
                    .bind("id", id)
                    .bind("step", step)
                    .bind("to", step.to())
                    .bind("side", step.side())
                    .bind("by", by)
                    .bind("remark", remark)
                    .execute();
        }
    }

    private static Optional<QualityNotification> one(
            Handle handle, String sql, String id, Sight sight) {
        return handle.createQuery(sql)
                .bind("id", id)
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(NotificationTable::notification)
                .findOne();
    }

    private static QualityNotification notification(ResultSet row, StatementContext context)
            throws SQLException {
        return new QualityNotification(
                row.getString("notification_id"),
                QualityNotification.Type.valueOf(row.getString("type")),
                row.getString("supplier_id"),
                row.getString("plant"),
                row.getString("title"),
                row.getString("description"),
                QualityNotification.Severity.valueOf(row.getString("severity")),
                RowJson.list(row, "parts", QualityNotification.Part.class),
                row.getString("nonconformance_id"),
                row.getObject("answer_by", LocalDate.class),
                QualityNotification.Status.valueOf(row.getString("status")),
                row.getString("answer"),
                row.getString("closing_remark"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "sent_at"),
                instant(row, "received_at"),
                instant(row, "acknowledged_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
