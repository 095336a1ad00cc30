package dev.interlock.system.purchase;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;

/// Purchase orders. A supplier's share is its own orders, and no more.
///
/// Empty and 404 when the order is not known or not to be seen. Creating is refused (422) with
/// every reason at once, and (409) when the number stands already.
public interface PurchaseOrders extends ErpPort {
    Optional<PurchaseOrder> order(String orderNumber, Sight sight);

    Page<PurchaseOrder> orders(PurchaseOrderQuery query, Sight sight);

    LocalWrite create(PurchaseOrderDraft draft, Sight sight);
}
