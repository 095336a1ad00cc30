package dev.interlock.system.purchase.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrder.Status;
import dev.interlock.system.purchase.PurchaseOrderEnding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Ends purchase orders: cancelled while nothing has moved, closed when nothing more is to come.
@ApplicationScoped
class PurchaseOrderEndings {
    private static final Set<Status> FINAL = EnumSet.of(Status.CLOSED, Status.CANCELLED);

    private final OrderBook book;
    private final PurchaseOrderTable orders;
    private final Outbox outbox;

    PurchaseOrderEndings(OrderBook book, PurchaseOrderTable orders, Outbox outbox) {
        this.book = book;
        this.orders = orders;
        this.outbox = outbox;
    }

    PurchaseOrder end(
            Handle handle,
            String orderNumber,
            PurchaseOrderEnding ending,
            @Nullable IfMatch ifMatch,
            Sight sight) {
        var order =
                book.lock(handle, orderNumber, sight)
                        .orElseThrow(() -> new NotFound("purchase order", orderNumber));
        sight.requireBuyer("end a purchase order");
        if (ifMatch != null) {
            IfMatch.require(ifMatch, "purchase order " + orderNumber, order.version());
        }
        var lines = book.lines(handle, orderNumber);
        var state = FINAL.contains(order.status()) ? order.status() : moved(lines);
        if (!ending.allowed().contains(state)) {
            throw new WrongState(
                    "purchase order",
                    orderNumber,
                    state.name(),
                    ending.allowed().stream().map(Enum::name).toList());
        }
        if (lines.stream().anyMatch(line -> line.onTheWay().signum() > 0)) {
            throw new Rejected(
                    ProblemType.CONFLICT,
                    "A shipment for the purchase order %s is on its way: receive or cancel it first."
                            .formatted(orderNumber));
        }
        orders.end(handle, orderNumber, ending.status(), ending.reason());
        var now = orders.find(handle, orderNumber, sight).orElseThrow();
        outbox.record(
                handle, EventType.ERP_PURCHASE_ORDER_CHANGED, "purchase-order/" + orderNumber, now);
        return now;
    }

    /// The state by what has moved: a change that waits for a decision does not hide a shipment.
    private static Status moved(List<OpenLine> lines) {
        var settled =
                lines.stream()
                        .map(OpenLine::state)
                        .filter(state -> state != PurchaseOrder.LineState.AWAITING_DECISION)
                        .toList();
        return settled.size() == lines.size() || hasMoved(settled)
                ? Status.of(settled)
                : Status.CHANGE_REQUESTED;
    }

    private static boolean hasMoved(List<PurchaseOrder.LineState> lines) {
        return EnumSet.of(
                        Status.PARTIALLY_SHIPPED,
                        Status.SHIPPED,
                        Status.PARTIALLY_RECEIVED,
                        Status.RECEIVED)
                .contains(Status.of(lines));
    }
}
