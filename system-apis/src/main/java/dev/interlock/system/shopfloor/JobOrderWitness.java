package dev.interlock.system.shopfloor;

import org.jdbi.v3.core.Handle;

/// Who keeps books of which orders a MES has. Part of the transaction that records what the MES
/// did.
public interface JobOrderWitness {
    void stored(Handle handle, String orderNumber);

    void revoked(Handle handle, String orderNumber);
}
