package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementWitness;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.OrderStep;
import dev.interlock.system.order.ProductionOrder;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// Goods move for an order only once it is released, and the order keeps count of what it took.
@ApplicationScoped
class OrderWitness implements MovementWitness {
    private final OrderTable orders;
    private final OrderComponentTable components;
    private final HoldGate holds;

    OrderWitness(OrderTable orders, OrderComponentTable components, HoldGate holds) {
        this.orders = orders;
        this.components = components;
        this.holds = holds;
    }

    @Override
    public void before(Handle handle, MovementDraft draft, Refusal refusal) {
        var number = draft.orderNumber();
        if (number == null) {
            return;
        }
        var order =
                orders.lock(handle, number, Sight.EVERYTHING)
                        .filter(found -> found.plant().equals(draft.plant()));
        if (order.isEmpty()) {
            refusal.unknown("/orderNumber", "production order", number);
            return;
        }
        OrderStep.MOVE_GOODS.require(number, order.get().lifecycle());
        if (draft.type() == Movement.Type.ISSUE || draft.type() == Movement.Type.RETURN) {
            refusal.unless(
                    uses(order.get(), draft.itemId()),
                    "/itemId",
                    "no-component",
                    "%s is no component of the order %s.".formatted(draft.itemId(), number));
            refusal.unless(
                    draft.type() == Movement.Type.RETURN
                            || !holds.keepsFromConsuming(handle, number),
                    "/orderNumber",
                    "on-hold",
                    "The order %s is on hold.".formatted(number));
        }
    }

    @Override
    public void after(Handle handle, Movement movement) {
        var number = movement.orderNumber();
        if (number == null
                || (movement.type() != Movement.Type.ISSUE
                        && movement.type() != Movement.Type.RETURN)) {
            return;
        }
        var quantity = movement.quantity().value();
        if (movement.from() != null) {
            components.issue(handle, number, movement.itemId(), quantity);
        } else {
            components.giveBack(handle, number, movement.itemId(), quantity);
        }
    }

    private static boolean uses(ProductionOrder order, String itemId) {
        return order.components().stream().anyMatch(component -> component.itemId().equals(itemId));
    }
}
