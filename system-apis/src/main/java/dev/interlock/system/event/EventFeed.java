package dev.interlock.system.event;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads the outbox in order, only as far as nothing older can still be committed: whoever follows
/// the cursor misses nothing.
@ApplicationScoped
class EventFeed {
    private static final String AFTER =
            """
            SELECT position, xid::text AS label, id, type, ordering_key, sequence, time, correlation_id, traceparent, data
              FROM outbox
             WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
               AND (xid, position) > (CAST(:xid AS text)::xid8, :position)
               AND (NOT :filtered OR type = ANY (:types))
             ORDER BY outbox.xid, outbox.position
             LIMIT :limit
            """;

    private final Jdbi jdbi;

    EventFeed(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Entry(Cursor cursor, CloudEvent event) {}

    /// The page always says where to go on, also when nothing is there yet.
    Page<CloudEvent> after(@Nullable Cursor cursor, EventTypes types, Limit limit) {
        var start = Start.of(cursor);
        var entries =
                jdbi.withHandle(handle ->
                        handle.createQuery(AFTER)
                                .bind("xid", Long.toString(start.xid()))
                                .bind("position", start.position())
                                .bind("filtered", !types.names().isEmpty())
                                .bind("types", types.names().toArray(String[]::new))
                                .bind("limit", limit.value())
                                .map((row, _) -> entry(row))
                                .list());
        var next = entries.isEmpty() ? start.cursor() : entries.getLast().cursor();
        return new Page<>(entries.stream().map(Entry::event).toList(), next.toString());
    }

    private record Start(long xid, long position) {
        static Start of(@Nullable Cursor cursor) {
            if (cursor == null) {
                return new Start(0, 0);
            }
            Cursor.parts(cursor, 2);
            return new Start(Math.max(0, cursor.number(0)), Math.max(0, cursor.number(1)));
        }

        Cursor cursor() {
            return Cursor.of(Long.toString(xid), Long.toString(position));
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var key = row.getString("ordering_key");
        return new Entry(
                Cursor.of(row.getString("label"), row.getString("position")),
                new CloudEvent(
                        "1.0",
                        row.getString("id"),
                        "/interlock/system",
                        row.getString("type"),
                        key,
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        "application/json",
                        key,
                        row.getString("sequence"),
                        row.getString("correlation_id"),
                        row.getString("traceparent"),
                        row.getString("data")));
    }
}
