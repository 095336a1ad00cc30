package dev.interlock.system.purchase.reference;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrderDraft;
import dev.interlock.system.unit.Measures;
import dev.interlock.system.unit.Units;
import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsageGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Orders from suppliers, if they may be ordered from.
@ApplicationScoped
class PurchaseOrderCreation {
    private final PurchaseOrderTable orders;
    private final PurchaseOrderLineTable lines;
    private final PurchaseFacts facts;
    private final Units units;
    private final UsageGate usage;
    private final Outbox outbox;

    PurchaseOrderCreation(
            PurchaseOrderTable orders,
            PurchaseOrderLineTable lines,
            PurchaseFacts facts,
            Units units,
            UsageGate usage,
            Outbox outbox) {
        this.orders = orders;
        this.lines = lines;
        this.facts = facts;
        this.units = units;
        this.usage = usage;
        this.outbox = outbox;
    }

    PurchaseOrder create(Handle handle, PurchaseOrderDraft draft, Sight sight) {
        var quantities = check(handle, draft, sight);
        var number = draft.orderNumber() == null ? orders.nextNumber(handle) : draft.orderNumber();
        if (!orders.insert(handle, number, draft)) {
            throw new Rejected(
                    ProblemType.CONFLICT,
                    "The purchase order %s stands already.".formatted(number));
        }
        for (var i = 0; i < quantities.size(); i++) {
            lines.insert(
                    handle, number, draft.supplierId(), draft.lines().get(i), quantities.get(i));
        }
        var issued = orders.find(handle, number, sight).orElseThrow();
        outbox.record(
                handle, EventType.ERP_PURCHASE_ORDER_ISSUED, "purchase-order/" + number, issued);
        return issued;
    }

    /// The lines' quantities in base units.
    private List<BigDecimal> check(Handle handle, PurchaseOrderDraft draft, Sight sight) {
        var refusal = new Refusal();
        refusal.unless(
                facts.knowsPlant(handle, draft.plant(), sight),
                "/plant",
                "unknown-plant",
                "There is no plant %s.".formatted(draft.plant()));
        checkSupplier(handle, draft, refusal);
        refusal.unless(
                Sorted.unique(draft.lines(), PurchaseOrderDraft.Line::line),
                "/lines",
                "duplicate",
                "A line stands more than once.");
        var items = draft.lines().stream().map(PurchaseOrderDraft.Line::itemId).distinct().toList();
        var measures = units.of(handle, items);
        var supplied = facts.supplied(handle, draft.supplierId(), items);
        var blocked = usage.blocked(handle, draft.plant(), UsageFunction.PURCHASING, items);
        var quantities = new ArrayList<BigDecimal>();
        for (var i = 0; i < draft.lines().size(); i++) {
            var line = draft.lines().get(i);
            var at = "/lines/" + i;
            if (checkItem(line, at, measures, supplied, blocked, refusal)) {
                checkRevision(handle, line, at, refusal);
                var base =
                        measures.toBase(
                                line.itemId(),
                                line.quantity(),
                                at + "/quantity",
                                refusal.violations());
                quantities.add(base == null ? BigDecimal.ZERO : base);
            }
        }
        refusal.throwIfAny();
        return quantities;
    }

    private void checkSupplier(Handle handle, PurchaseOrderDraft draft, Refusal refusal) {
        var status = facts.supplierStatus(handle, draft.supplierId());
        if (status.isEmpty()) {
            refusal.unknown("/supplierId", "supplier", draft.supplierId());
        } else {
            refusal.unless(
                    status.get().equals("ACTIVE"),
                    "/supplierId",
                    "supplier-blocked",
                    "The supplier %s is %s.".formatted(draft.supplierId(), status.get()));
        }
    }

    private static boolean checkItem(
            PurchaseOrderDraft.Line line,
            String at,
            Measures measures,
            Set<String> supplied,
            UsageGate.Blocked blocked,
            Refusal refusal) {
        refusal.unless(
                line.quantity().isPositive(),
                at + "/quantity/value",
                "positive",
                "Nothing is ordered.");
        if (!measures.knowsItem(line.itemId())) {
            refusal.unknown(at + "/itemId", "item", line.itemId());
            return false;
        }
        refusal.unless(
                supplied.contains(line.itemId()),
                at + "/itemId",
                "not-supplied",
                "The supplier is not approved for %s.".formatted(line.itemId()));
        blocked.refuse(line.itemId(), at + "/itemId", refusal);
        return true;
    }

    private void checkRevision(
            Handle handle, PurchaseOrderDraft.Line line, String at, Refusal refusal) {
        if (line.revision() != null
                && !facts.knowsRevision(handle, line.itemId(), line.revision())) {
            refusal.unknown(at + "/revision", "revision", line.itemId() + "/" + line.revision());
        }
    }
}
