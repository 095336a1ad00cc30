package dev.interlock.system.purchase.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementWitness;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrder.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What arrives for a purchase order is counted on its lines.
@ApplicationScoped
class PurchaseWitness implements MovementWitness {
    private static final Set<Status> ENDED =
            EnumSet.of(Status.REJECTED, Status.CLOSED, Status.CANCELLED);

    private final PurchaseOrderTable orders;
    private final PurchaseOrderLineTable lines;
    private final Outbox outbox;

    PurchaseWitness(PurchaseOrderTable orders, PurchaseOrderLineTable lines, Outbox outbox) {
        this.orders = orders;
        this.lines = lines;
        this.outbox = outbox;
    }

    @Override
    public void before(Handle handle, MovementDraft draft, Refusal refusal) {
        var number = draft.purchaseOrderNumber();
        if (number == null) {
            return;
        }
        var order =
                orders.lock(handle, number).filter(found -> found.plant().equals(draft.plant()));
        if (order.isEmpty()) {
            refusal.unknown("/purchaseOrderNumber", "purchase order", number);
            return;
        }
        if (ENDED.contains(order.get().status())) {
            throw new WrongState(
                    "purchase order",
                    number,
                    order.get().status().name(),
                    Arrays.stream(Status.values())
                            .filter(status -> !ENDED.contains(status))
                            .map(Enum::name)
                            .toList());
        }
        refusal.unless(
                order.get().lines().stream().anyMatch(line -> takes(line, draft)),
                draft.purchaseOrderLine() == null ? "/itemId" : "/purchaseOrderLine",
                "not-ordered",
                "%s is not on the purchase order %s, or its line is rejected."
                        .formatted(draft.itemId(), number));
    }

    @Override
    public void after(Handle handle, Movement movement) {
        var number = movement.purchaseOrderNumber();
        if (number == null || movement.type() != Movement.Type.RECEIPT) {
            return;
        }
        var item = movement.itemId();
        var line = movement.purchaseOrderLine();
        if (movement.to() != null) {
            lines.receive(handle, number, item, line, movement.quantity().value());
        } else {
            lines.giveBack(handle, number, item, line, movement.quantity().value());
        }
        orders.setStatus(handle, number, lines.progress(handle, number));
        PurchaseOrder now = orders.find(handle, number, Sight.EVERYTHING).orElseThrow();
        outbox.record(
                handle, EventType.ERP_PURCHASE_ORDER_RECEIVED, "purchase-order/" + number, now);
    }

    private static boolean takes(PurchaseOrder.Line line, MovementDraft draft) {
        return line.itemId().equals(draft.itemId())
                && line.state() != PurchaseOrder.LineState.REJECTED
                && (draft.purchaseOrderLine() == null || draft.purchaseOrderLine() == line.line());
    }
}
