package dev.interlock.system.inventory;

import dev.interlock.system.access.Sight;
import org.jdbi.v3.core.Handle;

/// Posts a movement inside another transaction of the reference ERP, with all its checks: a
/// confirmation or a shipment's receipt posts with this.
public interface Posting {
    Movement post(Handle handle, MovementDraft draft, Sight sight);
}
