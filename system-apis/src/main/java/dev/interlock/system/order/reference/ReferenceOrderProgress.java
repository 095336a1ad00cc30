package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.order.OrderProgress;
import dev.interlock.system.order.ProductionOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Carries an order on by what its operations have made.
@ApplicationScoped
class ReferenceOrderProgress implements OrderProgress {
    private final OrderTable orders;
    private final OrderOperationTable operations;
    private final Outbox outbox;

    ReferenceOrderProgress(OrderTable orders, OrderOperationTable operations, Outbox outbox) {
        this.orders = orders;
        this.operations = operations;
        this.outbox = outbox;
    }

    @Override
    public Optional<ProductionOrder> find(Handle handle, String orderNumber, Sight sight) {
        return orders.find(handle, orderNumber, sight);
    }

    @Override
    public Optional<ProductionOrder> lock(Handle handle, String orderNumber, Sight sight) {
        return orders.lock(handle, orderNumber, sight);
    }

    @Override
    public ProductionOrder count(Handle handle, ProductionOrder order, Result result) {
        operations.count(handle, order.orderNumber(), result);
        orders.count(handle, order.orderNumber());
        return orders.find(handle, order.orderNumber(), Sight.EVERYTHING).orElseThrow();
    }

    @Override
    public void tell(Handle handle, ProductionOrder order) {
        outbox.record(
                handle,
                EventType.ERP_PRODUCTION_ORDER_CONFIRMED,
                "order/" + order.orderNumber(),
                orders.find(handle, order.orderNumber(), Sight.EVERYTHING).orElseThrow());
    }
}
