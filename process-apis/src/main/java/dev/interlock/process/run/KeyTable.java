package dev.interlock.process.run;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What runs stand in line for: of those with a key in common, one works and the others wait, in
/// the order of their registration.
class KeyTable {
    private static final String OLDER =
            """
            SELECT DISTINCT older.run_id FROM run_key mine
              JOIN run_key older ON older.key = mine.key AND older.open AND older.seq < mine.seq
             WHERE mine.run_id = :id
             ORDER BY older.run_id
            """;

    private final Handle handle;

    KeyTable(Handle handle) {
        this.handle = handle;
    }

    /// The run that went before another on a key; without another, the last of all.
    Optional<Predecessor> before(String key, @Nullable String id) {
        return handle.createQuery(
                        """
                        SELECT r.id, r.subject, r.state FROM run_key k JOIN run r ON r.id = k.run_id
                         WHERE k.key = :key AND r.state NOT IN ('REFUSED', 'CANCELLED')
                           AND k.seq < coalesce((SELECT seq FROM run WHERE id = CAST(:id AS text)), 9223372036854775807)
                         ORDER BY k.seq DESC LIMIT 1
                        """)
                .bind("key", key)
                .bind("id", id)
                .map((row, _) ->
                        new Predecessor(
                                row.getString("id"),
                                row.getString("subject"),
                                RunState.valueOf(row.getString("state"))))
                .findOne();
    }

    List<String> olderOnSameKeys(String id) {
        return handle.createQuery(OLDER).bind("id", id).mapTo(String.class).list();
    }
}
