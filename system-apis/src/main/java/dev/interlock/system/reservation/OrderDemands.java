package dev.interlock.system.reservation;

import dev.interlock.system.access.Sight;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What reservations ask of the orders they are made for.
public interface OrderDemands {
    /// Locks the order, so that nobody changes its structure meanwhile; stops the request when its
    /// state does not let it need anything.
    Optional<OrderDemand> lock(Handle handle, String orderNumber, Sight sight);
}
