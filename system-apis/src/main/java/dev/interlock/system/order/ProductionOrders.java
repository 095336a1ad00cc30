package dev.interlock.system.order;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Production orders through their life cycle.
///
/// Empty and 404 when the order is not known or not to be seen. Creating is refused (422) with
/// every reason at once, and (409) when the number stands already. A command is refused (409) with
/// the state and the allowed ones, (412) when the order is not as it was read, and (422) when
/// something it names does not fit.
public interface ProductionOrders extends ErpPort {
    Optional<ProductionOrder> order(String orderNumber, Sight sight);

    Page<ProductionOrder> orders(ProductionOrderQuery query, Sight sight);

    LocalWrite create(ProductionOrderDraft draft, Sight sight);

    LocalWrite perform(
            String orderNumber, OrderCommand command, @Nullable IfMatch ifMatch, Sight sight);
}
