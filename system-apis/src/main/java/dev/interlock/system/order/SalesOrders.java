package dev.interlock.system.order;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sales orders, as far as production refers to them.
public interface SalesOrders extends ErpPort {
    Optional<SalesOrder> salesOrder(String salesOrderNumber, Sight sight);

    LocalWrite put(String salesOrderNumber, SalesOrder.Draft draft, @Nullable IfMatch ifMatch);
}
