package dev.interlock.process.run;

import dev.interlock.process.run.IdempotencyTable.Known;
import dev.interlock.process.run.Registration.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// How a run comes into the ledger: what it meets there, and everything by which it is found.
class RegistrationTable {
    private static final String ENTER =
            "SELECT * FROM enter_registration(:scope, :client, :operation, :key, :line)";

    private static final String INSERT =
            """
            WITH registered AS (
                     INSERT INTO run (id, seq, process, subject, state, input, owner, fence, lease_until, next_attempt_at,
                                      served_until, client, actor, correlation_id)
                     VALUES (:id, nextval('run_order'), :process, :subject, :state, :input::jsonb, :owner, nextval('run_fence'),
                             clock_timestamp() + CAST(:lease AS interval), clock_timestamp(),
                             clock_timestamp() + CAST(:patience AS interval), :client, :actor, :correlationId)
                     RETURNING *),
                 in_line AS (INSERT INTO run_key (run_id, key, seq) SELECT id, unnest(:line), seq FROM registered),
                 found_by AS (INSERT INTO run_search (run_id, key, seq) SELECT id, unnest(:searchKeys), seq FROM registered),
                 asked_by AS (INSERT INTO idempotency (client, operation, key, fingerprint, run_id)
                              SELECT client, :operation, :key, :fingerprint, id FROM registered)
            SELECT %s FROM registered
            """
                    .formatted(RunTable.COLUMNS);

    /// What stands before a registration. `known` stands under its request's key; `waits` says that
    /// another run has to end first.
    record Entered(boolean taken, @Nullable Known known, boolean waits) {}

    private final Handle handle;

    RegistrationTable(Handle handle) {
        this.handle = handle;
    }

    /// Locks the request's key where nobody holds it, and then the keys that put runs in line,
    /// until the transaction ends.
    Entered enter(Asked asked, SortedSet<String> line) {
        return handle.createQuery(ENTER)
                .bind("scope", IdempotencyTable.scope(asked))
                .bind("client", asked.client())
                .bind("operation", asked.operation())
                .bind("key", asked.key().value())
                .bind("line", line.toArray(String[]::new))
                .map((row, _) ->
                        new Entered(row.getBoolean("taken"), known(row), row.getBoolean("waits")))
                .one();
    }

    private static @Nullable Known known(ResultSet row) throws SQLException {
        var runId = row.getString("run_id");
        return runId == null ? null : new Known(row.getString("fingerprint"), runId);
    }

    Run insert(
            String id,
            Registration asked,
            SortedSet<String> line,
            RunState state,
            String owner,
            Duration lease) {
        var by = asked.asked();
        return handle.createQuery(INSERT)
                .bind("id", id)
                .bind("state", state)
                .bind("process", asked.process())
                .bind("subject", asked.subject())
                .bind("input", Ledger.json(asked.input()))
                .bind("owner", owner)
                .bind("lease", lease)
                .bind("patience", asked.patience())
                .bind("client", by.client())
                .bind("actor", by.actor())
                .bind("correlationId", by.correlationId())
                .bind("line", line.toArray(String[]::new))
                .bind("searchKeys", asked.searchKeys().toArray(String[]::new))
                .bind("operation", by.operation())
                .bind("key", by.key().value())
                .bind("fingerprint", by.fingerprint().value())
                .mapTo(Run.class)
                .one();
    }
}
