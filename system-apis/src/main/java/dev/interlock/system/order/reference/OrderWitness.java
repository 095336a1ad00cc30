package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementWitness;
import dev.interlock.system.master.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// Goods move for an order only as far as it is released, and the order keeps count of what it took
/// and brought.
@ApplicationScoped
class OrderWitness implements MovementWitness {
    private final OrderTable orders;
    private final OrderComponentTable components;
    private final OrderReceipts receipts;
    private final GoodsRules rules;
    private final Outbox outbox;

    OrderWitness(
            OrderTable orders,
            OrderComponentTable components,
            OrderReceipts receipts,
            GoodsRules rules,
            Outbox outbox) {
        this.orders = orders;
        this.components = components;
        this.receipts = receipts;
        this.rules = rules;
        this.outbox = outbox;
    }

    @Override
    public void before(Handle handle, MovementDraft draft, Refusal refusal) {
        var number = draft.orderNumber();
        if (number == null) {
            return;
        }
        orders.lock(handle, number, Sight.EVERYTHING)
                .filter(found -> found.plant().equals(draft.plant()))
                .ifPresentOrElse(
                        order -> rules.check(handle, order, draft, refusal),
                        () -> refusal.unknown("/orderNumber", "production order", number));
    }

    @Override
    public void after(Handle handle, Movement movement) {
        var number = movement.orderNumber();
        if (number == null || !counts(movement)) {
            return;
        }
        var quantity = movement.quantity().value();
        if (movement.type() == Movement.Type.RECEIPT) {
            receipts.count(handle, number, movement);
        } else if (movement.from() != null) {
            components.issue(handle, number, movement.itemId(), quantity);
            orders.raiseVersion(handle, number);
        } else {
            components.giveBack(handle, number, movement.itemId(), quantity);
            orders.raiseVersion(handle, number);
        }
        outbox.record(
                handle,
                EventType.ERP_PRODUCTION_ORDER_CHANGED,
                "order/" + number,
                orders.find(handle, number, Sight.EVERYTHING).orElseThrow());
    }

    private static boolean counts(Movement movement) {
        return switch (movement.type()) {
            case ISSUE, RETURN, RECEIPT -> true;
            case TRANSFER, SCRAP, STOCK_TYPE_CHANGE, ADJUSTMENT -> false;
        };
    }
}
