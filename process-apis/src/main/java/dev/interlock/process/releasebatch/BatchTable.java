package dev.interlock.process.releasebatch;

import dev.interlock.process.orderrelease.ReleaseDecision;
import dev.interlock.process.releasebatch.ReleaseBatch.Line;
import dev.interlock.process.run.Registration.Asked;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Batches and their lines. A line is decided once; whoever works on a batch keeps it by its lease,
/// and two who do so by mistake only read twice.
class BatchTable {
    private static final String INSERT =
            """
            INSERT INTO release_batch (id, client, key, fingerprint, actor, correlation_id, plant, planned_start, lease_until)
            VALUES (:id, :client, :key, :fingerprint, :actor, :correlationId, :plant, :plannedStart,
                    clock_timestamp() + :lease::interval)
            ON CONFLICT (client, key) DO NOTHING
            """;

    private static final String CLAIM =
            """
            UPDATE release_batch SET lease_until = clock_timestamp() + :lease::interval
             WHERE id = (SELECT id FROM release_batch WHERE ended_at IS NULL AND lease_until < clock_timestamp()
                          ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, correlation_id
            """;

    private static final String DECIDE =
            """
            UPDATE release_batch_line SET decision = :decision, failed = :failed::jsonb, checked_at = clock_timestamp()
             WHERE batch_id = :id AND order_number = :orderNumber AND decision IS NULL
            """;

    private static final String RENEW =
            "UPDATE release_batch SET lease_until = clock_timestamp() + :lease::interval WHERE id ="
                    + " :id";

    private static final String END =
            """
            UPDATE release_batch SET ended_at = clock_timestamp()
             WHERE id = :id AND ended_at IS NULL
               AND NOT EXISTS (SELECT FROM release_batch_line WHERE batch_id = :id AND decision IS NULL)
            """;

    private static final String FORGET =
            """
            WITH old AS (SELECT id FROM release_batch WHERE ended_at < clock_timestamp() - :age::interval),
            lines AS (DELETE FROM release_batch_line USING old WHERE batch_id = old.id)
            DELETE FROM release_batch USING old WHERE release_batch.id = old.id
            """;

    /// A batch that is to be worked on.
    record Work(String id, String correlationId) {}

    /// The batch of an earlier request under the same key.
    record Known(String id, String fingerprint) {}

    private final Handle handle;

    BatchTable(Handle handle) {
        this.handle = handle;
        handle.registerRowMapper(ConstructorMapper.factory(Line.class));
    }

    /// False when a batch was asked for under the same key before.
    boolean insert(
            String id, Asked asked, BatchRequest wanted, List<String> orders, Duration lease) {
        var isNew =
                handle.createUpdate(INSERT)
                                .bind("id", id)
                                .bind("client", asked.client())
                                .bind("key", asked.key().value())
                                .bind("fingerprint", asked.fingerprint().value())
                                .bind("actor", asked.actor())
                                .bind("correlationId", asked.correlationId())
                                .bindMethods(wanted)
                                .bind("lease", lease)
                                .execute()
                        == 1;
        if (isNew) {
            handle.createUpdate(
                            "INSERT INTO release_batch_line (batch_id, order_number) SELECT :id,"
                                    + " unnest(:orders)")
                    .bind("id", id)
                    .bindArray("orders", String.class, orders)
                    .execute();
        }
        return isNew;
    }

    Optional<Known> known(Asked asked) {
        return handle.createQuery(
                        "SELECT id, fingerprint FROM release_batch WHERE client = :client AND key ="
                                + " :key")
                .bind("client", asked.client())
                .bind("key", asked.key().value())
                .map((row, _) -> new Known(row.getString("id"), row.getString("fingerprint")))
                .findOne();
    }

    Optional<Work> claim(Duration lease) {
        return handle.createQuery(CLAIM)
                .bind("lease", lease)
                .map((row, _) -> new Work(row.getString("id"), row.getString("correlation_id")))
                .findOne();
    }

    List<String> undecided(String id) {
        return handle.createQuery(
                        "SELECT order_number FROM release_batch_line WHERE batch_id = :id AND"
                                + " decision IS NULL ORDER BY order_number")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    void decide(String id, String order, ReleaseDecision decision, String failed, Duration lease) {
        handle.createUpdate(DECIDE)
                .bind("id", id)
                .bind("orderNumber", order)
                .bind("decision", decision)
                .bind("failed", failed)
                .execute();
        handle.createUpdate(RENEW).bind("id", id).bind("lease", lease).execute();
    }

    void end(String id) {
        handle.createUpdate(END).bind("id", id).execute();
    }

    /// With their lines: how many batches have been forgotten.
    int forgetOlderThan(Duration age) {
        return handle.createUpdate(FORGET).bind("age", age).execute();
    }

    Optional<ReleaseBatch> find(String id) {
        var lines =
                handle.createQuery(
                                """
                                SELECT order_number, decision, failed::text AS failed, checked_at
                                  FROM release_batch_line WHERE batch_id = :id ORDER BY order_number
                                """)
                        .bind("id", id)
                        .mapTo(Line.class)
                        .list();
        return handle.createQuery(
                        "SELECT plant, planned_start, started_at, ended_at FROM release_batch WHERE"
                                + " id = :id")
                .bind("id", id)
                .map((row, _) ->
                        new ReleaseBatch(
                                id,
                                row.getString("plant"),
                                row.getObject("planned_start", LocalDate.class),
                                lines.size(),
                                (int) lines.stream().filter(l -> l.decision() != null).count(),
                                lines,
                                row.getTimestamp("started_at").toInstant(),
                                Optional.ofNullable(row.getTimestamp("ended_at"))
                                        .map(Timestamp::toInstant)
                                        .orElse(null)))
                .findOne();
    }
}
