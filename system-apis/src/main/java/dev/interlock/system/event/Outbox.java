package dev.interlock.system.event;

import dev.interlock.platform.event.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// Where every business fact is written down, in the transaction of its effect: no effect without
/// its event, no event without its effect.
@ApplicationScoped
public class Outbox {
    /// Events of one ordering key (`order/100001`, `item/GB-4711`) are read in the order they were
    /// recorded. The payload is the whole new state.
    public void record(Handle handle, EventType type, String orderingKey, Object payload) {
        EventLog.record(handle.getConnection(), type.canonicalName(), orderingKey, payload);
    }
}
