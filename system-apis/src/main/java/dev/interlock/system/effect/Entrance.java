package dev.interlock.system.effect;

import dev.interlock.platform.problem.GatewayException.TryLater;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Where an effect begins: the fence of its worker is passed and its key is held, both until the
/// transaction ends. One request at a time holds a key: the others are told at once, they do not
/// queue.
@ApplicationScoped
class Entrance {
    private static final String ENTER =
            "SELECT * FROM enter_effect(:run, :fence, :scope, :client, :operation, :key)";

    private static final String OPEN =
            """
            SELECT * FROM open_effect(:run, :fence, :scope, :client, :operation, :key, :fingerprint,
                                      CAST(:lease AS interval), :claims)
            """;

    private static final String FORGET =
            """
            DELETE FROM fence WHERE run IN (
                SELECT run FROM fence WHERE seen_at < clock_timestamp() - :age * interval '1 ms'
                 LIMIT 10000 FOR UPDATE SKIP LOCKED)
            """;

    private record Found(@Nullable Long highest, boolean taken, @Nullable IdempotencyRow row) {}

    /// What stood under a key. `opened` says that what stood is in doubt and now the caller's to
    /// settle; the attempt is the caller's already.
    record Opened(@Nullable IdempotencyRow row, boolean opened) {}

    /// What stands under the key. Refuses a worker that has been replaced, a key that another
    /// request holds, and one that was used for another request.
    Optional<IdempotencyRow> enter(Handle handle, EffectRequest request) {
        return Optional.ofNullable(
                asking(handle, ENTER, request).map((row, _) -> admitted(request, row)).one());
    }

    /// The same, and opens the key where nothing stands under it, or what is in doubt and may be
    /// settled.
    Opened open(Handle handle, EffectRequest request, Duration lease, boolean claims) {
        return asking(handle, OPEN, request)
                .bind("fingerprint", request.fingerprint())
                .bind("lease", lease.toString())
                .bind("claims", claims)
                .map((row, _) -> new Opened(admitted(request, row), row.getBoolean("opened")))
                .one();
    }

    private static Query asking(Handle handle, String sql, EffectRequest request) {
        var fence = request.fence();
        return handle.createQuery(sql)
                .bind("run", fence == null ? null : fence.run())
                .bind("fence", fence == null ? null : fence.number())
                .bind("scope", request.scope())
                .bind("client", request.client())
                .bind("operation", request.operation())
                .bind("key", request.key());
    }

    private static @Nullable IdempotencyRow admitted(EffectRequest request, ResultSet row)
            throws SQLException {
        var found = found(row);
        var fence = request.fence();
        if (fence != null && found.highest() != null) {
            fence.requireHighest(found.highest());
        }
        if (!found.taken()) {
            throw TryLater.requestInProgress(Duration.ofSeconds(1));
        }
        return found.row() == null ? null : found.row().of(request);
    }

    /// Raises the fence of a run; refuses one that has been overtaken.
    void pass(Handle handle, Fence fence) {
        fence.requireHighest(
                handle.createQuery("SELECT pass_fence(:run, :fence)")
                        .bind("run", fence.run())
                        .bind("fence", fence.number())
                        .mapTo(Long.class)
                        .one());
    }

    /// Of so many at most: how many fences have been forgotten.
    int forgetOlderThan(Handle handle, Duration age) {
        return handle.createUpdate(FORGET).bind("age", age.toMillis()).execute();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("highest", Long.class),
                row.getBoolean("taken"),
                row.getString("state") == null
                        ? null
                        : new IdempotencyRow(
                                row.getString("fingerprint"),
                                row.getString("state"),
                                row.getInt("attempt"),
                                row.getObject("status", Integer.class),
                                row.getBytes("body"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getString("content_type"),
                                row.getObject("lease_millis", Long.class)));
    }
}
