package dev.interlock.system.master;

import dev.interlock.system.access.OnBehalf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// Where each master record came from.
@ApplicationScoped
public class Sources {
    private static final String TOUCH =
            """
            INSERT INTO record_source (kind, record_id, system, id, updated_at)
            VALUES (:kind, :recordId, :system,
                    coalesce((SELECT min(external_id) FROM cross_reference
                               WHERE kind = upper(replace(:kind, '-', '_')) AND canonical_id = :recordId AND system = :system), :recordId),
                    clock_timestamp())
            ON CONFLICT (kind, record_id, system) DO UPDATE SET id = excluded.id, updated_at = excluded.updated_at
            """;

    private final OnBehalf onBehalf;

    Sources(OnBehalf onBehalf) {
        this.onBehalf = onBehalf;
    }

    /// Notes that the caller's system has written the record.
    public void touch(Handle handle, String kind, String recordId) {
        handle.createUpdate(TOUCH)
                .bind("kind", kind)
                .bind("recordId", recordId)
                .bind("system", onBehalf.client().toUpperCase(Locale.ROOT))
                .execute();
    }

    /// The column in which a statement gathers the sources of its rows.
    public static String column(String kind, String idExpression) {
        return """
        (SELECT json_agg(json_build_object('system', s.system, 'id', s.id, 'updatedAt', s.updated_at) ORDER BY s.system)
           FROM record_source s WHERE s.kind = '%s' AND s.record_id = %s)
        """
                .formatted(kind, idExpression);
    }
}
