package dev.interlock.system.attachment.reference;

import dev.interlock.system.access.Side;
import dev.interlock.system.attachment.Attachment;
import dev.interlock.system.attachment.AttachmentQuery;
import dev.interlock.system.attachment.AttachmentStore.Staged;
import dev.interlock.system.correctiveaction.CorrectiveAction;
import dev.interlock.system.correctiveaction.Discipline;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Files and their bytes, in pieces.
@ApplicationScoped
class AttachmentTable {
    private static final String LIST =
            """
            SELECT * FROM corrective_action_attachment WHERE corrective_action_id = :actionId ORDER BY number
            """;

    private static final String STAGE =
            "INSERT INTO attachment_content DEFAULT VALUES RETURNING content_id";

    private static final String APPEND =
            "INSERT INTO attachment_chunk (content_id, number, bytes) VALUES (:contentId, :number,"
                    + " :bytes)";

    private static final String PIECE =
            """
            SELECT k.bytes FROM attachment_chunk k JOIN corrective_action_attachment a USING (content_id)
             WHERE a.attachment_id = :attachmentId AND k.number = :number
            """;

    private static final String INSERT =
            """
            INSERT INTO corrective_action_attachment (corrective_action_id, supplier_id, content_id, filename, media_type, size, sha256,
                   discipline, side, by)
            VALUES (:actionId, :supplierId, :contentId, :filename, :mediaType, :size, :sha256, :discipline, :side, :by)
            RETURNING *
            """;

    private static final String UNUSED =
            """
            DELETE FROM attachment_content c
             WHERE NOT EXISTS (SELECT FROM corrective_action_attachment a WHERE a.content_id = c.content_id)
            """;

    private static final String DISCARD = UNUSED + " AND c.content_id = :contentId";

    private static final String SWEEP =
            UNUSED + " AND c.staged_at < clock_timestamp() - interval '1 hour'";

    List<Attachment> list(Handle handle, String actionId) {
        return handle.createQuery(LIST)
                .bind("actionId", actionId)
                .map(AttachmentTable::attachment)
                .list();
    }

    long stage(Handle handle) {
        return handle.createQuery(STAGE).mapTo(Long.class).one();
    }

    void append(Handle handle, long contentId, int number, byte[] bytes) {
        handle.createUpdate(APPEND)
                .bind("contentId", contentId)
                .bind("number", number)
                .bind("bytes", bytes)
                .execute();
    }

    Optional<byte[]> piece(Handle handle, String attachmentId, int number) {
        return handle.createQuery(PIECE)
                .bind("attachmentId", attachmentId)
                .bind("number", number)
                .map((row, _) -> row.getBytes("bytes"))
                .findOne();
    }

    Attachment insert(
            Handle handle,
            CorrectiveAction action,
            AttachmentQuery named,
            Staged staged,
            Side side,
            String by) {
        return handle.createQuery(INSERT)
                .bind("actionId", action.correctiveActionId())
                .bind("supplierId", action.supplierId())
                .bindMethods(staged)
                .bindMethods(named)
                .bind("side", side)
                .bind("by", by)
                .map(AttachmentTable::attachment)
                .one();
    }

    void discard(Handle handle, long contentId) {
        handle.createUpdate(DISCARD).bind("contentId", contentId).execute();
    }

    void sweep(Handle handle) {
        handle.createUpdate(SWEEP).execute();
    }

    private static Attachment attachment(ResultSet row, StatementContext context)
            throws SQLException {
        var discipline = row.getString("discipline");
        return new Attachment(
                row.getString("attachment_id"),
                row.getString("corrective_action_id"),
                row.getString("filename"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                discipline == null ? null : Discipline.valueOf(discipline),
                Side.valueOf(row.getString("side")),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
