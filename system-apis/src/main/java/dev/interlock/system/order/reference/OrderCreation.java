package dev.interlock.system.order.reference;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrderDraft;
import dev.interlock.system.unit.Exact;
import dev.interlock.system.unit.Units;
import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsageGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;

/// Creates production orders. What has to be right only when the order is released, the release
/// checks: an order may be created long before.
@ApplicationScoped
class OrderCreation {
    private final OrderTable orders;
    private final OrderFacts facts;
    private final OrderCopies copies;
    private final Units units;
    private final UsageGate usage;
    private final Outbox outbox;

    OrderCreation(
            OrderTable orders,
            OrderFacts facts,
            OrderCopies copies,
            Units units,
            UsageGate usage,
            Outbox outbox) {
        this.orders = orders;
        this.facts = facts;
        this.copies = copies;
        this.units = units;
        this.usage = usage;
        this.outbox = outbox;
    }

    ProductionOrder create(Handle handle, ProductionOrderDraft draft, Sight sight) {
        var base = check(handle, draft, sight);
        var number = draft.orderNumber() == null ? orders.nextNumber(handle) : draft.orderNumber();
        if (!orders.insert(handle, number, draft, base)) {
            throw new Rejected(
                    ProblemType.CONFLICT,
                    "The production order %s stands already.".formatted(number));
        }
        copies.copy(handle, orders.find(handle, number, sight).orElseThrow());
        var created = orders.find(handle, number, sight).orElseThrow();
        outbox.record(handle, EventType.ERP_PRODUCTION_ORDER_CREATED, "order/" + number, created);
        return created;
    }

    private BigDecimal check(Handle handle, ProductionOrderDraft draft, Sight sight) {
        var refusal = new Refusal();
        refusal.unless(
                facts.knowsPlant(handle, draft.plant(), sight),
                "/plant",
                "unknown-plant",
                "There is no plant %s.".formatted(draft.plant()));
        checkReferences(handle, draft, refusal);
        var measures = units.of(handle, draft.itemId());
        if (!measures.knowsItem(draft.itemId())) {
            refusal.unknown("/itemId", "item", draft.itemId());
            refusal.throwIfAny();
        }
        checkRevision(handle, draft, refusal);
        usage.blocked(handle, draft.plant(), UsageFunction.PRODUCTION_ORDER_HEADER, draft.itemId())
                .refuse(draft.itemId(), "/itemId", refusal);
        refusal.unless(
                draft.quantity().isPositive(),
                "/quantity/value",
                "positive",
                "Nothing is to be made.");
        var base =
                measures.toBase(
                        draft.itemId(), draft.quantity(), "/quantity", refusal.violations());
        refusal.unless(
                base == null || Exact.fits(base),
                "/quantity/value",
                "too-large",
                "The quantity has more than 18 digits in the item's base unit.");
        refusal.throwIfAny();
        return base == null ? BigDecimal.ZERO : base;
    }

    private void checkReferences(Handle handle, ProductionOrderDraft draft, Refusal refusal) {
        if (draft.salesOrderNumber() != null
                && !facts.knowsSalesOrder(handle, draft.salesOrderNumber())) {
            refusal.unknown("/salesOrderNumber", "sales order", draft.salesOrderNumber());
        }
        if (draft.parentOrderNumber() != null
                && !facts.knowsOrder(handle, draft.parentOrderNumber())) {
            refusal.unknown("/parentOrderNumber", "production order", draft.parentOrderNumber());
        }
    }

    private void checkRevision(Handle handle, ProductionOrderDraft draft, Refusal refusal) {
        var status = facts.revisionStatus(handle, draft.itemId(), draft.revision());
        if (status.isEmpty()) {
            refusal.unknown("/revision", "revision", draft.itemId() + "/" + draft.revision());
        } else {
            refusal.unless(
                    status.get().equals("RELEASED"),
                    "/revision",
                    "revision-status",
                    "The revision %s is %s.".formatted(draft.revision(), status.get()));
        }
    }
}
