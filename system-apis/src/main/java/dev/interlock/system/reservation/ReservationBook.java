package dev.interlock.system.reservation;

import org.jdbi.v3.core.Handle;

/// What an order does with its own reservation, in its own transaction.
public interface ReservationBook {
    /// Gives back what is reserved and not taken, if anything is.
    void cancelOpen(Handle handle, String orderNumber);
}
