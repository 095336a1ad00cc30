package dev.interlock.system.reservation;

import dev.interlock.system.access.Sight;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What reservations ask of the orders they are made for.
public interface OrderDemands {
    /// Locks the order, so that nobody changes its structure meanwhile; stops the request when its
    /// state does not let it need anything.
    Optional<OrderDemand> lock(Handle handle, String orderNumber, Sight sight);

    /// Locks the order in whatever state, before its reservation is.
    void lockAnyhow(Handle handle, String orderNumber);

    /// What a look at a plant's stock has found for an order: how much of which items was asked
    /// for, and whether any of it is missing.
    record Look(String orderNumber, String plant, Map<String, BigDecimal> asked, boolean missing) {
        public Look {
            asked = Map.copyOf(asked);
        }
    }

    /// An order not to be seen is told nothing.
    void looked(Handle handle, Look look, Sight sight);

    /// Told when it is reserved, all of it or only what there was: what was found before no longer
    /// matters.
    void reserved(Handle handle, String orderNumber, boolean all);
}
