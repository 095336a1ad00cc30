package dev.interlock.system.order.reference;

import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.access.Sight;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.OrderSettings;
import dev.interlock.system.order.ProductionOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;

/// What orders bring into stock: no more than they have yielded, and once it is all there the order
/// is delivered. An order without operations is confirmed by nobody: it yields what is received.
@ApplicationScoped
class OrderReceipts {
    private static final String RECEIVED =
            """
            SELECT coalesce(sum(CASE WHEN to_location IS NOT NULL THEN quantity ELSE -quantity END), 0)
              FROM movement WHERE order_number = :orderNumber AND type = 'RECEIPT'
            """;

    private final OrderTable orders;
    private final OrderSettings settings;

    OrderReceipts(OrderTable orders, OrderSettings settings) {
        this.orders = orders;
        this.settings = settings;
    }

    void count(Handle handle, String orderNumber, Movement movement) {
        var order = orders.find(handle, orderNumber, Sight.EVERYTHING).orElseThrow();
        var received =
                handle.createQuery(RECEIVED)
                        .bind("orderNumber", orderNumber)
                        .mapTo(BigDecimal.class)
                        .one();
        if (movement.to() != null) {
            refuseMoreThan(most(order), received, order);
        }
        if (order.operations().isEmpty()) {
            orders.setYielded(handle, orderNumber, received);
        }
        orders.setLifecycle(handle, orderNumber, lifecycle(order, received));
    }

    private BigDecimal most(ProductionOrder order) {
        return order.operations().isEmpty()
                ? settings.most(order.quantity().value())
                : order.yielded().value();
    }

    private static void refuseMoreThan(
            BigDecimal most, BigDecimal received, ProductionOrder order) {
        var refusal = new Refusal();
        refusal.unless(
                received.compareTo(most) <= 0,
                "/quantity",
                "not-yielded",
                "The order %s has yielded %s; %s would have been received."
                        .formatted(
                                order.orderNumber(),
                                most.toPlainString(),
                                received.toPlainString()));
        refusal.throwIfAny(ProblemType.UNPROCESSABLE);
    }

    private static Lifecycle lifecycle(ProductionOrder order, BigDecimal received) {
        if (order.operations().isEmpty()) {
            return received.compareTo(order.quantity().value()) >= 0
                    ? Lifecycle.DELIVERED
                    : Lifecycle.IN_PROCESS;
        }
        return switch (order.lifecycle()) {
            case CONFIRMED, DELIVERED ->
                    received.signum() > 0 && received.compareTo(order.yielded().value()) >= 0
                            ? Lifecycle.DELIVERED
                            : Lifecycle.CONFIRMED;
            case Lifecycle other -> other;
        };
    }
}
