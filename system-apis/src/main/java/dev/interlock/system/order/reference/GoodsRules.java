package dev.interlock.system.order.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.OrderStep;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.order.ProductionOrder.OperationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which goods may move for an order.
@ApplicationScoped
class GoodsRules {
    private final HoldGate holds;

    GoodsRules(HoldGate holds) {
        this.holds = holds;
    }

    void check(Handle handle, ProductionOrder order, MovementDraft draft, Refusal refusal) {
        var number = order.orderNumber();
        var forComponents =
                draft.type() == Movement.Type.ISSUE || draft.type() == Movement.Type.RETURN;
        if (forComponents && draft.to() != null) {
            OrderStep.BRING_BACK.require(number, order.lifecycle());
        } else {
            OrderStep.MOVE_GOODS.require(number, order.lifecycle());
        }
        if (forComponents) {
            refusal.unless(
                    uses(order, draft.itemId()),
                    "/itemId",
                    "no-component",
                    "%s is no component of the order %s.".formatted(draft.itemId(), number));
        }
        if (draft.type() == Movement.Type.ISSUE && draft.from() != null) {
            refuseLocked(order);
            refuseUnreleased(order, draft.itemId());
            refusal.unless(
                    !holds.keepsFromConsuming(handle, number),
                    "/orderNumber",
                    "on-hold",
                    "The order %s is on hold.".formatted(number));
        }
        if (draft.type() == Movement.Type.RECEIPT) {
            if (draft.to() != null) {
                refuseLocked(order);
            }
            refusal.unless(
                    order.itemId().equals(draft.itemId()),
                    "/itemId",
                    "not-made",
                    "The order %s does not make %s.".formatted(number, draft.itemId()));
        }
    }

    private static void refuseLocked(ProductionOrder order) {
        if (order.flags().contains(Flag.LOCKED)) {
            throw new WrongState(
                    "production order", order.orderNumber(), "LOCKED", List.of("UNLOCKED"));
        }
    }

    /// An item that several operations need may be issued once one of them is released.
    private static void refuseUnreleased(ProductionOrder order, String itemId) {
        var operations =
                order.components().stream()
                        .filter(component -> component.itemId().equals(itemId))
                        .map(order::operationOf)
                        .flatMap(Optional::stream)
                        .toList();
        if (!operations.isEmpty() && operations.stream().allMatch(GoodsRules::isUnreleased)) {
            throw new WrongState(
                    "operation",
                    order.orderNumber() + "/" + operations.getFirst().number(),
                    OperationStatus.CREATED.name(),
                    List.of(OperationStatus.RELEASED.name(), OperationStatus.CONFIRMED.name()));
        }
    }

    private static boolean isUnreleased(Operation operation) {
        return operation.status() == OperationStatus.CREATED;
    }

    private static boolean uses(ProductionOrder order, String itemId) {
        return order.components().stream().anyMatch(component -> component.itemId().equals(itemId));
    }
}
