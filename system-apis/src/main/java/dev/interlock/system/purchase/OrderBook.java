package dev.interlock.system.purchase;

import dev.interlock.system.access.Sight;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Purchase orders as acknowledgements and shipments change them, inside their transaction. Holds
/// are passed before an order is locked, items are locked after it.
public interface OrderBook {
    boolean knows(Handle handle, String orderNumber, Sight sight);

    /// Locked until the end of the transaction; empty when it is not known or not to be seen.
    Optional<PurchaseOrder> lock(Handle handle, String orderNumber, Sight sight);

    /// The lines of a locked order.
    List<OpenLine> lines(Handle handle, String orderNumber);

    /// Changes the lines of a locked order that nobody has ended, and with them its status, and
    /// writes the fact down.
    PurchaseOrder change(Handle handle, String orderNumber, List<? extends LineChange> changes);
}
