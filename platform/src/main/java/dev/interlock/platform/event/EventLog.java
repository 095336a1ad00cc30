package dev.interlock.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.json.StrictJson;
import java.sql.Connection;
import java.sql.SQLException;

/// Where every business fact of a tier is written down, in the transaction of its effect: no effect
/// without its event, no event without its effect.
public final class EventLog {
    // The key's row lock puts its writers in line; the xid only ever grows along a key, so that
    // (xid, position) keeps each key in order and below pg_snapshot_xmin nothing can still appear.
    private static final String RECORD =
            """
            WITH next AS (
                INSERT INTO outbox_sequence (ordering_key, sequence, xid) VALUES (?, 1, pg_current_xact_id())
                ON CONFLICT (ordering_key) DO UPDATE
                   SET sequence = outbox_sequence.sequence + 1,
                       xid = greatest(outbox_sequence.xid, pg_current_xact_id())
                RETURNING ordering_key, sequence, xid)
            INSERT INTO outbox (xid, type, ordering_key, sequence, correlation_id, traceparent, data)
            SELECT next.xid, ?, next.ordering_key, next.sequence, ?, ?, ?::jsonb FROM next
            """;

    private EventLog() {}

    /// Events of one ordering key (`order/100001`, `run/…`) are read in the order they were
    /// recorded. The payload is the whole new state.
    public static void record(
            Connection transaction, String type, String orderingKey, Object payload) {
        var correlation = CurrentCorrelation.get();
        try (var statement = transaction.prepareStatement(RECORD)) {
            statement.setString(1, orderingKey);
            statement.setString(2, type);
            statement.setString(3, correlation.id());
            statement.setString(4, correlation.traceparent());
            statement.setString(5, json(payload));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new EventLogException(e);
        }
    }

    private static String json(Object payload) {
        try {
            return StrictJson.mapper().writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a fact that cannot be written as JSON", e);
        }
    }
}
