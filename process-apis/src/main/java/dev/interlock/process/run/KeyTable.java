package dev.interlock.process.run;

import java.util.Collection;
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

    /// A sequence is not commit order: whoever draws a number for a key holds its lock until
    /// commit.
    void lock(String key) {
        handle.createQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('key:' || :key, 0))::text")
                .bind("key", key)
                .mapTo(String.class)
                .one();
    }

    /// Whether a run that has not ended has one of the keys.
    boolean holdsOneOf(Collection<String> keys) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM run_key WHERE open AND key IN (<keys>))")
                .bindList("keys", List.copyOf(keys))
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Run run, Collection<String> keys) {
        var batch =
                handle.prepareBatch(
                        "INSERT INTO run_key (run_id, key, seq) VALUES (:run, :key, :seq)");
        keys.forEach(
                key -> batch.bind("run", run.id()).bind("key", key).bind("seq", run.seq()).add());
        batch.execute();
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
