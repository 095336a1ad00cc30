package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.order.OrderStep;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.LotShare;
import dev.interlock.system.reservation.OrderDemand;
import dev.interlock.system.reservation.OrderDemands;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What a production order still needs: its components less what has been issued.
@ApplicationScoped
class ReferenceOrderDemands implements OrderDemands {
    private final OrderTable orders;
    private final OrderFlagTable flags;
    private final Outbox outbox;

    ReferenceOrderDemands(OrderTable orders, OrderFlagTable flags, Outbox outbox) {
        this.orders = orders;
        this.flags = flags;
        this.outbox = outbox;
    }

    @Override
    public Optional<OrderDemand> lock(Handle handle, String orderNumber, Sight sight) {
        var order = orders.lock(handle, orderNumber, sight);
        order.ifPresent(found -> OrderStep.RESERVE.require(orderNumber, found.lifecycle()));
        return order.map(ReferenceOrderDemands::demand);
    }

    @Override
    public void lockAnyhow(Handle handle, String orderNumber) {
        orders.lock(handle, orderNumber, Sight.EVERYTHING);
    }

    @Override
    public void looked(Handle handle, Look look, Sight sight) {
        var seen = !sight.isSupplier() && sight.sees(look.plant());
        if (seen && flags.looked(handle, look)) {
            outbox.record(
                    handle,
                    EventType.ERP_PRODUCTION_ORDER_CHANGED,
                    "order/" + look.orderNumber(),
                    orders.find(handle, look.orderNumber(), Sight.EVERYTHING).orElseThrow());
        }
    }

    @Override
    public void reserved(Handle handle, String orderNumber, boolean all) {
        if (all) {
            flags.forgetLook(handle, orderNumber);
        } else {
            flags.markShort(handle, orderNumber);
        }
    }

    private static OrderDemand demand(ProductionOrder order) {
        return new OrderDemand(
                order.orderNumber(),
                order.plant(),
                order.components().stream()
                        .map(ReferenceOrderDemands::line)
                        .filter(line -> line.quantity().signum() > 0)
                        .toList());
    }

    private static OrderDemand.Line line(Component component) {
        return new OrderDemand.Line(
                component.position(),
                component.itemId(),
                component.quantity().value().subtract(component.issued().value()),
                component.requiredOn(),
                component.lots().stream().map(LotShare::lot).collect(Collectors.toSet()));
    }
}
