package dev.interlock.system.engineering;

import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// Tells of each version of a change once that it is released, however often it is put.
@ApplicationScoped
class ReleasedChanges {
    private static final String FIRST =
            "INSERT INTO released_change (change_number, version) VALUES (:number, :version) ON"
                    + " CONFLICT DO NOTHING";

    private final Outbox outbox;

    ReleasedChanges(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(Handle handle, EngineeringChange change) {
        if (change.approved() && isFirst(handle, change)) {
            outbox.record(
                    handle,
                    EventType.PLM_CHANGE_RELEASED,
                    "change/" + change.changeNumber(),
                    change);
        }
    }

    private static boolean isFirst(Handle handle, EngineeringChange change) {
        return handle.createUpdate(FIRST)
                        .bind("number", change.changeNumber())
                        .bind("version", change.version())
                        .execute()
                == 1;
    }
}
