package dev.interlock.process.run;

import dev.interlock.process.run.Registration.Asked;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which run a caller's Idempotency-Key started.
class IdempotencyTable {
    /// The run that a key stands for, and the request it was first sent with.
    record Known(String fingerprint, String runId) {}

    private final Handle handle;

    IdempotencyTable(Handle handle) {
        this.handle = handle;
    }

    /// Fifty racers under one key do not queue on a unique index: one goes on, the others are told
    /// to come back.
    boolean tryLock(Asked asked) {
        return handle.createQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended('request:' || :scope,"
                                + " 0))")
                .bind("scope", scope(asked))
                .mapTo(Boolean.class)
                .one();
    }

    static String scope(Asked asked) {
        return asked.client() + " " + asked.operation() + " " + asked.key().value();
    }

    Optional<Known> find(Asked asked) {
        return handle.createQuery(
                        """
                        SELECT fingerprint, run_id FROM idempotency
                         WHERE client = :client AND operation = :operation AND key = :key
                        """)
                .bind("client", asked.client())
                .bind("operation", asked.operation())
                .bind("key", asked.key().value())
                .map((row, _) -> new Known(row.getString("fingerprint"), row.getString("run_id")))
                .findOne();
    }

    /// The request may be tried anew under the same key.
    void free(String runId) {
        handle.createUpdate("DELETE FROM idempotency WHERE run_id = :run")
                .bind("run", runId)
                .execute();
    }

    /// Of so many at most: how many keys of runs that have ended were forgotten.
    int forgetOlderThan(Duration age) {
        return handle.createUpdate(
                        """
                        DELETE FROM idempotency WHERE (client, operation, key) IN (
                            SELECT i.client, i.operation, i.key
                              FROM idempotency i JOIN run r ON r.id = i.run_id AND NOT r.open
                             WHERE i.created_at < clock_timestamp() - CAST(:age AS interval)
                             LIMIT 10000 FOR UPDATE OF i SKIP LOCKED)
                        """)
                .bind("age", age)
                .execute();
    }
}
