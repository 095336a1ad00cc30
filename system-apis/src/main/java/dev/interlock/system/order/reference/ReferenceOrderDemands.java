package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
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

    ReferenceOrderDemands(OrderTable orders) {
        this.orders = orders;
    }

    @Override
    public Optional<OrderDemand> lock(Handle handle, String orderNumber, Sight sight) {
        var order = orders.lock(handle, orderNumber, sight);
        order.ifPresent(found -> OrderStep.RESERVE.require(orderNumber, found.lifecycle()));
        return order.map(ReferenceOrderDemands::demand);
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
