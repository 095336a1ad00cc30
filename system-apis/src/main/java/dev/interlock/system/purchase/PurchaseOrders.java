package dev.interlock.system.purchase;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Purchase orders. A supplier's share is its own orders, and no more.
///
/// Empty and 404 when the order is not known or not to be seen. Creating is refused (422) with
/// every reason at once, and (409) when the number stands already. Ending is refused (409) with the
/// state and the allowed ones, and (412) when the order is not as it was read; both are the buyer's
/// alone (403).
public interface PurchaseOrders extends ErpPort {
    Optional<PurchaseOrder> order(String orderNumber, Sight sight);

    Page<PurchaseOrder> orders(PurchaseOrderQuery query, Sight sight);

    LocalWrite create(PurchaseOrderDraft draft, Sight sight);

    LocalWrite end(
            String orderNumber, PurchaseOrderEnding ending, @Nullable IfMatch ifMatch, Sight sight);
}
