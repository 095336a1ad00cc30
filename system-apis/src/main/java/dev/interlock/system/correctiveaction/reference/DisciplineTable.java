package dev.interlock.system.correctiveaction.reference;

import dev.interlock.system.access.Side;
import dev.interlock.system.correctiveaction.Discipline;
import dev.interlock.system.correctiveaction.DisciplineContent;
import dev.interlock.system.correctiveaction.Status;
import dev.interlock.system.sql.RowJson;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What stands in each discipline, and everything that was ever done: the history is only added to.
@ApplicationScoped
class DisciplineTable {
    private static final String PUT =
            """
            INSERT INTO corrective_action_discipline (corrective_action_id, discipline, content)
            VALUES (:id, :discipline, :content::jsonb)
            ON CONFLICT (corrective_action_id, discipline)
            DO UPDATE SET content = excluded.content, version = corrective_action_discipline.version + 1,
                          updated_at = clock_timestamp()
            """;

    private static final String SAME =
            """
            SELECT EXISTS (SELECT FROM corrective_action_discipline
                            WHERE corrective_action_id = :id AND discipline = :discipline AND content = :content::jsonb)
            """;

    private static final String REMEMBER =
            """
            INSERT INTO corrective_action_history (corrective_action_id, deed, status, side, by, reason, content)
            VALUES (:id, :deed, :status, :side, :by, :reason, :content::jsonb)
            """;

    /// What was done, in which state it left the action.
    record Deed(String name, Status status, Side side, String by, @Nullable String reason) {}

    boolean says(Handle handle, String id, Discipline discipline, DisciplineContent content) {
        return handle.createQuery(SAME)
                .bind("id", id)
                .bind("discipline", discipline)
                .bind("content", RowJson.write(content))
                .mapTo(Boolean.class)
                .one();
    }

    void put(Handle handle, String id, Discipline discipline, DisciplineContent content) {
        handle.createUpdate(PUT)
                .bind("id", id)
                .bind("discipline", discipline)
                .bind("content", RowJson.write(content))
                .execute();
    }

    void remember(Handle handle, String id, Deed deed, @Nullable DisciplineContent content) {
        handle.createUpdate(REMEMBER)
                .bind("id", id)
                .bind("deed", deed.name())
                .bind("status", deed.status())
                .bind("side", deed.side())
                .bind("by", deed.by())
                .bind("reason", deed.reason())
                .bind("content", content == null ? null : RowJson.write(content))
                .execute();
    }
}
