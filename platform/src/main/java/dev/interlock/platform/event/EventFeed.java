package dev.interlock.platform.event;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Reads a tier's outbox in order, only as far as nothing older can still be committed: whoever
/// follows the cursor misses nothing. `source` names the tier.
public record EventFeed(String source) {
    private static final String AFTER =
            """
            SELECT position, xid::text AS label, id, type, ordering_key, sequence, time, correlation_id, traceparent, data
              FROM outbox
             WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
               AND (xid, position) > (CAST(? AS text)::xid8, ?)
               AND (NOT ? OR type = ANY (?))
             ORDER BY outbox.xid, outbox.position
             LIMIT ?
            """;

    // what the feed does not show yet: it waits for the oldest transaction that is still open
    private static final String HELD_BACK =
            """
            SELECT coalesce(extract(epoch FROM clock_timestamp() - min(time)), 0) FROM outbox
             WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())
            """;

    /// The page always says where to go on, also when nothing is there yet.
    public Page<CloudEvent> after(
            Connection connection, @Nullable Cursor cursor, EventTypes types, Limit limit) {
        Cursor.parts(cursor, 2);
        try (var statement = connection.prepareStatement(AFTER)) {
            statement.setString(1, cursor == null ? "0" : notNegative(cursor.number(0)));
            statement.setLong(2, cursor == null ? 0 : Math.max(0, cursor.number(1)));
            statement.setBoolean(3, !types.names().isEmpty());
            statement.setArray(4, connection.createArrayOf("text", types.names().toArray()));
            statement.setInt(5, limit.value());
            try (var rows = statement.executeQuery()) {
                return page(rows, cursor == null ? Cursor.of("0", "0") : cursor);
            }
        } catch (SQLException e) {
            throw new EventLogException(e);
        }
    }

    /// How old the oldest fact is that was written and cannot be read yet.
    public static double secondsHeldBack(Connection connection) {
        try (var statement = connection.prepareStatement(HELD_BACK);
                var row = statement.executeQuery()) {
            return row.next() ? row.getDouble(1) : 0;
        } catch (SQLException e) {
            throw new EventLogException(e);
        }
    }

    private static String notNegative(long xid) {
        return Long.toString(Math.max(0, xid));
    }

    private Page<CloudEvent> page(ResultSet rows, Cursor start) throws SQLException {
        var events = new ArrayList<CloudEvent>();
        var next = start;
        while (rows.next()) {
            events.add(event(rows));
            next = Cursor.of(rows.getString("label"), rows.getString("position"));
        }
        return new Page<>(events, next.toString());
    }

    private CloudEvent event(ResultSet row) throws SQLException {
        var key = row.getString("ordering_key");
        return new CloudEvent(
                "1.0",
                row.getString("id"),
                source,
                row.getString("type"),
                key,
                row.getObject("time", OffsetDateTime.class).toInstant(),
                "application/json",
                key,
                row.getString("sequence"),
                row.getString("correlation_id"),
                row.getString("traceparent"),
                row.getString("data"));
    }
}
