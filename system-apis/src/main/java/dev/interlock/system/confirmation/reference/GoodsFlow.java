package dev.interlock.system.confirmation.reference;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.Place;
import dev.interlock.system.inventory.Posting;
import dev.interlock.system.inventory.StockType;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Moves what a confirmation moves: components out of stock, yield into it. All of it or nothing,
/// with a reason for every component that is short.
@ApplicationScoped
class GoodsFlow {
    private static final String COMPONENT = "component";

    private final Anchors anchors;
    private final Units units;
    private final StockSources sources;
    private final YieldReceipt receipt;
    private final Posting posting;
    private final Outbox outbox;

    GoodsFlow(
            Anchors anchors,
            Units units,
            StockSources sources,
            YieldReceipt receipt,
            Posting posting,
            Outbox outbox) {
        this.anchors = anchors;
        this.units = units;
        this.sources = sources;
        this.receipt = receipt;
        this.posting = posting;
        this.outbox = outbox;
    }

    /// `order` and `operation` are as they were before the confirmation was counted.
    List<Movement> move(
            Handle handle, ProductionOrder order, Operation operation, Report report, Sight sight) {
        var items = new TreeSet<String>();
        items.add(order.itemId());
        order.components().forEach(component -> items.add(component.itemId()));
        anchors.hold(handle, order.plant(), items);
        var refusal = new Refusal();
        var movements = new ArrayList<Movement>();
        for (var due : Backflush.of(order, operation, report.pieces(), units.of(handle, items))) {
            movements.addAll(take(handle, order, due, sight, refusal));
        }
        refusal.throwIfAny(
                refusal.violations().stream()
                                .anyMatch(reason -> reason.code().equals("insufficient-stock"))
                        ? ProblemType.INSUFFICIENT_STOCK
                        : ProblemType.UNPROCESSABLE);
        if (operation.equals(order.operations().getLast()) && report.yield().signum() > 0) {
            movements.add(receipt.post(handle, order, operation, report.yield(), sight));
        }
        return movements;
    }

    /// A component that is refused leaves no trace, so that the next one can be asked, too.
    private List<Movement> take(
            Handle handle, ProductionOrder order, Backflush.Due due, Sight sight, Refusal refusal) {
        var component = due.component();
        var at = "/components/" + component.position();
        var draws = sources.of(handle, order, due);
        var there =
                draws.stream()
                        .map(StockSources.Draw::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (there.compareTo(due.quantity()) < 0) {
            refusal.add(at, "insufficient-stock", missing(component, due.quantity(), there));
            return List.of();
        }
        handle.savepoint(COMPONENT);
        try {
            return draws.stream()
                    .map(draw -> issue(handle, order, component, draw, sight))
                    .toList();
        } catch (Refused refused) {
            handle.rollbackToSavepoint(COMPONENT);
            refused.violations().forEach(reason -> refusal.add(at, reason.code(), reason.detail()));
            return List.of();
        }
    }

    private Movement issue(
            Handle handle,
            ProductionOrder order,
            Component component,
            StockSources.Draw draw,
            Sight sight) {
        var movement =
                posting.post(
                        handle,
                        new MovementDraft(
                                Movement.Type.ISSUE,
                                component.itemId(),
                                order.plant(),
                                new Place(draw.location(), StockType.UNRESTRICTED),
                                null,
                                draw.lot(),
                                new Quantity(draw.quantity(), component.quantity().unit()),
                                order.orderNumber(),
                                null,
                                null),
                        sight);
        outbox.record(
                handle, EventType.MES_MATERIAL_ISSUED, "order/" + order.orderNumber(), movement);
        return movement;
    }

    private static String missing(Component component, BigDecimal needed, BigDecimal there) {
        return "%s: %s %s used up, %s %s."
                .formatted(
                        component.itemId(),
                        needed.toPlainString(),
                        component.quantity().unit(),
                        there.toPlainString(),
                        component.lots().isEmpty()
                                ? "at its supply location"
                                : "left of the lots assigned to it");
    }
}
