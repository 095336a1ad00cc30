package dev.interlock.system.purchase.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrderDraft;
import dev.interlock.system.purchase.PurchaseOrderQuery;
import dev.interlock.system.purchase.PurchaseOrders;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Purchase orders of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferencePurchaseOrders implements PurchaseOrders {
    private final Jdbi jdbi;
    private final PurchaseOrderTable orders;
    private final PurchaseOrderCreation creation;

    ReferencePurchaseOrders(Jdbi jdbi, PurchaseOrderTable orders, PurchaseOrderCreation creation) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.creation = creation;
    }

    @Override
    public Optional<PurchaseOrder> order(String orderNumber, Sight sight) {
        return jdbi.withHandle(handle -> orders.find(handle, orderNumber, sight));
    }

    @Override
    public Page<PurchaseOrder> orders(PurchaseOrderQuery query, Sight sight) {
        return jdbi.withHandle(handle -> orders.list(handle, query, sight));
    }

    @Override
    public LocalWrite create(PurchaseOrderDraft draft, Sight sight) {
        return handle -> {
            var issued = creation.create(handle, draft, sight);
            return Done.created(
                    "/system/v1/purchase-orders/" + issued.orderNumber(), issued, issued.version());
        };
    }
}
