package dev.interlock.system.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// Where every business fact is written down, in the transaction of its effect: no effect without
/// its event, no event without its effect.
@ApplicationScoped
public class Outbox {
    // The key's row lock puts its writers in line; the xid only ever grows along a key (see the
    // migration).
    private static final String RECORD =
            """
            WITH next AS (
                INSERT INTO outbox_sequence (ordering_key, sequence, xid) VALUES (:key, 1, pg_current_xact_id())
                ON CONFLICT (ordering_key) DO UPDATE
                   SET sequence = outbox_sequence.sequence + 1,
                       xid = greatest(outbox_sequence.xid, pg_current_xact_id())
                RETURNING sequence, xid)
            INSERT INTO outbox (xid, type, ordering_key, sequence, correlation_id, traceparent, data)
            SELECT next.xid, :type, :key, next.sequence, :correlationId, :traceparent, :data::jsonb FROM next
            """;

    /// Events of one ordering key (`order/100001`, `item/GB-4711`) are read in the order they were
    /// recorded. The payload is the whole new state.
    public void record(Handle handle, EventType type, String orderingKey, Object payload) {
        var correlation = CurrentCorrelation.get();
        handle.createUpdate(RECORD)
                .bind("type", type.canonicalName())
                .bind("key", orderingKey)
                .bind("correlationId", correlation.id())
                .bind("traceparent", correlation.traceparent())
                .bind("data", json(payload))
                .execute();
    }

    private static String json(Object payload) {
        try {
            return StrictJson.mapper().writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a fact that cannot be written as JSON", e);
        }
    }
}
