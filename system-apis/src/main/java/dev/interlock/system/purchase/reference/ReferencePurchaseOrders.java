package dev.interlock.system.purchase.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrderDraft;
import dev.interlock.system.purchase.PurchaseOrderEnding;
import dev.interlock.system.purchase.PurchaseOrderQuery;
import dev.interlock.system.purchase.PurchaseOrders;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Purchase orders of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferencePurchaseOrders implements PurchaseOrders {
    private final Jdbi jdbi;
    private final PurchaseOrderTable orders;
    private final PurchaseOrderCreation creation;
    private final PurchaseOrderEndings endings;

    ReferencePurchaseOrders(
            Jdbi jdbi,
            PurchaseOrderTable orders,
            PurchaseOrderCreation creation,
            PurchaseOrderEndings endings) {
        this.jdbi = jdbi;
        this.orders = orders;
        this.creation = creation;
        this.endings = endings;
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
        sight.requireBuyer("order");
        return handle -> {
            var issued = creation.create(handle, draft, sight);
            return Done.created(
                    "/system/v1/purchase-orders/" + issued.orderNumber(), issued, issued.version());
        };
    }

    @Override
    public LocalWrite end(
            String orderNumber,
            PurchaseOrderEnding ending,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        return handle -> {
            var ended = endings.end(handle, orderNumber, ending, ifMatch, sight);
            return Done.ok(ended, ended.version());
        };
    }
}
