package dev.interlock.system.shipment.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.purchase.LineChange;
import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrder.Status;
import dev.interlock.system.shipment.ShipmentDraft;
import dev.interlock.system.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Announces shipments, if the order takes them. The order of locks is always the same: holds,
/// order, items.
@ApplicationScoped
class ShipmentAnnouncement {
    private static final Set<Status> ENDED =
            EnumSet.of(Status.REJECTED, Status.CLOSED, Status.CANCELLED);

    private final OrderBook book;
    private final ShipmentTable shipments;
    private final ShipmentLineTable lines;
    private final ShipmentFacts facts;
    private final DeliveryLimit limit;
    private final HoldGate holds;
    private final Units units;
    private final OnBehalf caller;

    ShipmentAnnouncement(
            OrderBook book,
            ShipmentTable shipments,
            ShipmentLineTable lines,
            ShipmentFacts facts,
            DeliveryLimit limit,
            HoldGate holds,
            Units units,
            OnBehalf caller) {
        this.book = book;
        this.shipments = shipments;
        this.lines = lines;
        this.facts = facts;
        this.limit = limit;
        this.holds = holds;
        this.units = units;
        this.caller = caller;
    }

    /// A line that the order takes, with its quantity in the item's base unit.
    private record Fitting(ShipmentDraft.Line said, String itemId, BigDecimal base) {}

    /// The new shipment's id.
    String announce(Handle handle, ShipmentDraft draft, Sight sight) {
        holds.pass(handle);
        var refusal = new Refusal();
        var order = book.lock(handle, draft.orderNumber(), sight);
        if (order.isEmpty()) {
            refusal.unknown("/orderNumber", "purchase order", draft.orderNumber());
            refusal.throwIfAny();
        }
        var fitting = check(handle, order.orElseThrow(), draft, refusal);
        var id = shipments.insert(handle, order.get(), draft, caller.actor());
        var changes = new ArrayList<LineChange>();
        for (var i = 0; i < fitting.size(); i++) {
            var line = fitting.get(i);
            refusal.unless(
                    lines.insert(
                            handle, id, i, order.get(), line.itemId(), line.said(), line.base()),
                    "/lines/" + i + "/serials",
                    "serial-shipped",
                    "A piece of this serial number has been shipped before.");
            changes.add(new LineChange.Announced(line.said().line(), line.base()));
        }
        refusal.throwIfAny();
        book.change(handle, order.get().orderNumber(), changes);
        return id;
    }

    private List<Fitting> check(
            Handle handle, PurchaseOrder order, ShipmentDraft draft, Refusal refusal) {
        if (ENDED.contains(order.status())) {
            throw new WrongState(
                    "purchase order",
                    order.orderNumber(),
                    order.status().name(),
                    Arrays.stream(Status.values())
                            .filter(status -> !ENDED.contains(status))
                            .map(Enum::name)
                            .toList());
        }
        ShipmentRules.distinct(draft.lines(), refusal);
        var open =
                book.lines(handle, order.orderNumber()).stream()
                        .collect(Collectors.toMap(OpenLine::line, Function.identity()));
        var items = open.values().stream().map(OpenLine::itemId).distinct().toList();
        var measures = units.of(handle, items);
        var kept = facts.of(handle, order.plant(), items);
        var room = new HashMap<Integer, BigDecimal>();
        var fitting = new ArrayList<Fitting>();
        for (var i = 0; i < draft.lines().size(); i++) {
            var said = draft.lines().get(i);
            var at = "/lines/" + i;
            var line = open.get(said.line());
            if (line == null) {
                refusal.unknown(at + "/line", "line", String.valueOf(said.line()));
                continue;
            }
            ShipmentRules.state(line, at, refusal);
            refusal.unless(
                    said.quantity().isPositive(),
                    at + "/quantity/value",
                    "positive",
                    "Nothing is shipped.");
            var item = Objects.requireNonNull(kept.get(line.itemId()));
            var base =
                    measures.toBase(
                            line.itemId(), said.quantity(), at + "/quantity", refusal.violations());
            ShipmentRules.lot(item, said.lot(), at, refusal);
            serials(handle, order, item, said, base, at, refusal);
            refusal.unless(
                    !holds.keepsFromShipping(
                            handle,
                            order.supplierId(),
                            order.orderNumber(),
                            line.itemId(),
                            said.lot()),
                    at,
                    "on-hold",
                    "A hold keeps this line from being shipped.");
            if (base != null) {
                fits(line, base, room, at, refusal);
                fitting.add(new Fitting(said, line.itemId(), base));
            }
        }
        refusal.throwIfAny();
        return fitting;
    }

    private void serials(
            Handle handle,
            PurchaseOrder order,
            ShipmentFacts.Kept item,
            ShipmentDraft.Line said,
            @Nullable BigDecimal base,
            String at,
            Refusal refusal) {
        var serials = Objects.requireNonNull(said.serials());
        ShipmentRules.serials(item, serials, base, at, refusal);
        if (item.serialManaged()) {
            lines.shipped(handle, order.supplierId(), item.itemId(), serials)
                    .forEach(serial ->
                            refusal.add(
                                    at + "/serials",
                                    "serial-shipped",
                                    "%s has been shipped before.".formatted(serial)));
        }
    }

    /// Lots of one line share its room.
    private void fits(
            OpenLine line,
            BigDecimal base,
            Map<Integer, BigDecimal> room,
            String at,
            Refusal refusal) {
        var left = room.computeIfAbsent(line.line(), _ -> limit.room(line));
        refusal.unless(
                base.compareTo(left) <= 0,
                at + "/quantity/value",
                "over-delivery",
                "The order takes at most %s more of line %d, in the item's base unit."
                        .formatted(left.toPlainString(), line.line()));
        room.put(line.line(), left.subtract(base).max(BigDecimal.ZERO));
    }
}
