package dev.interlock.system.order;

import dev.interlock.system.access.Sight;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a confirmation does to the order it confirms, in its own transaction.
public interface OrderProgress {

    /// What an operation has made, in the order's unit; nothing more comes once it `ended`.
    record Result(int operation, BigDecimal yield, BigDecimal scrap, boolean ended) {}

    Optional<ProductionOrder> find(Handle handle, String orderNumber, Sight sight);

    /// The order, locked until the end of the transaction. Empty when it is not known or not to be
    /// seen.
    Optional<ProductionOrder> lock(Handle handle, String orderNumber, Sight sight);

    /// Counts it: the first result sets the order in process, the end of the last open operation
    /// confirms it.
    ProductionOrder count(Handle handle, ProductionOrder order, Result result);

    /// Records the fact that the order was confirmed, with its whole new state.
    void tell(Handle handle, ProductionOrder order);
}
