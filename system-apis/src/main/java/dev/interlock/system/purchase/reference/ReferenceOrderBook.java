package dev.interlock.system.purchase.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.purchase.LineChange;
import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.purchase.PurchaseOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The book of the reference ERP's purchase orders.
@ApplicationScoped
class ReferenceOrderBook implements OrderBook {
    private final PurchaseOrderTable orders;
    private final PurchaseOrderLineTable lines;
    private final LineChangeTable changes;
    private final Outbox outbox;

    ReferenceOrderBook(
            PurchaseOrderTable orders,
            PurchaseOrderLineTable lines,
            LineChangeTable changes,
            Outbox outbox) {
        this.orders = orders;
        this.lines = lines;
        this.changes = changes;
        this.outbox = outbox;
    }

    @Override
    public boolean knows(Handle handle, String orderNumber, Sight sight) {
        return orders.find(handle, orderNumber, sight).isPresent();
    }

    @Override
    public Optional<PurchaseOrder> lock(Handle handle, String orderNumber, Sight sight) {
        return orders.find(handle, orderNumber, sight)
                .flatMap(seen -> orders.lock(handle, seen.orderNumber()));
    }

    @Override
    public List<OpenLine> lines(Handle handle, String orderNumber) {
        return changes.lines(handle, orderNumber);
    }

    @Override
    public PurchaseOrder change(
            Handle handle, String orderNumber, List<? extends LineChange> list) {
        list.forEach(change -> changes.apply(handle, orderNumber, change));
        orders.setStatus(handle, orderNumber, lines.progress(handle, orderNumber));
        var now = orders.find(handle, orderNumber, Sight.EVERYTHING).orElseThrow();
        outbox.record(
                handle, EventType.ERP_PURCHASE_ORDER_CHANGED, "purchase-order/" + orderNumber, now);
        return now;
    }
}
