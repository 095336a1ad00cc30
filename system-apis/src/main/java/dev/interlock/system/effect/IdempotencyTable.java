package dev.interlock.system.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// What was done under which key.
@ApplicationScoped
class IdempotencyTable {
    private static final String AWAIT =
            """
            UPDATE idempotency SET lease_until = clock_timestamp() + :quietTime * interval '1 ms'
             WHERE client = :client AND operation = :operation AND key = :key AND state = 'OPEN' AND attempt = :attempt
            """;

    private static final String DROP =
            """
            DELETE FROM idempotency
             WHERE client = :client AND operation = :operation AND key = :key AND state = 'OPEN' AND attempt = :attempt
            """;

    private static final String STORE =
            """
            INSERT INTO idempotency (client, operation, key, fingerprint, state, run, status, body, location, etag, content_type)
            VALUES (:client, :operation, :key, :fingerprint, 'DONE', :run, :status, :body, :location, :etag, :contentType)
            """;

    private static final String CLOSE =
            """
            UPDATE idempotency SET state = 'DONE', lease_until = NULL, status = :status, body = :body, location = :location,
                   etag = :etag, content_type = :contentType
             WHERE client = :client AND operation = :operation AND key = :key AND state = 'OPEN' AND attempt = :attempt
            """;

    private static final String FORGET =
            """
            DELETE FROM idempotency WHERE (client, operation, key) IN (
                SELECT client, operation, key FROM idempotency
                 WHERE state = 'DONE' AND created_at < clock_timestamp() - :age * interval '1 ms'
                 LIMIT 10000 FOR UPDATE SKIP LOCKED)
            """;

    /// Says when an effect in doubt may be looked at again.
    void await(Handle handle, EffectRequest request, int attempt, Duration quietTime) {
        scoped(handle.createUpdate(AWAIT), request)
                .bind("attempt", attempt)
                .bind("quietTime", quietTime.toMillis())
                .execute();
    }

    void drop(Handle handle, EffectRequest request, int attempt) {
        scoped(handle.createUpdate(DROP), request).bind("attempt", attempt).execute();
    }

    void store(Handle handle, EffectRequest request, StoredAnswer answer) {
        answered(scoped(handle.createUpdate(STORE), request), answer)
                .bind("fingerprint", request.fingerprint())
                .bind("run", request.fence() == null ? null : request.fence().run())
                .execute();
    }

    /// False when somebody else has taken the effect over.
    boolean close(Handle handle, EffectRequest request, int attempt, StoredAnswer answer) {
        return answered(scoped(handle.createUpdate(CLOSE), request), answer)
                        .bind("attempt", attempt)
                        .execute()
                == 1;
    }

    int forgetOlderThan(Handle handle, Duration age) {
        return handle.createUpdate(FORGET).bind("age", age.toMillis()).execute();
    }

    private static <S extends SqlStatement<S>> S scoped(S statement, EffectRequest request) {
        return statement
                .bind("client", request.client())
                .bind("operation", request.operation())
                .bind("key", request.key());
    }

    private static <S extends SqlStatement<S>> S answered(S statement, StoredAnswer answer) {
        return statement
                .bind("status", answer.status())
                .bind("body", answer.body())
                .bind("location", answer.location())
                .bind("etag", answer.etag())
                .bind("contentType", answer.contentType());
    }
}
