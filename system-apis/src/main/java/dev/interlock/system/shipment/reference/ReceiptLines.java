package dev.interlock.system.shipment.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.shipment.Shipment;
import dev.interlock.system.shipment.ShipmentCommand;
import dev.interlock.system.shipment.ShipmentCommand.ReceivedLine;
import dev.interlock.system.shipment.reference.ShipmentFacts.Kept;
import dev.interlock.system.shipment.reference.ShipmentLineTable.Announced;
import dev.interlock.system.unit.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Lays what was counted beside what was announced.
@ApplicationScoped
class ReceiptLines {
    private final OrderBook book;
    private final DeliveryLimit limit;
    private final Units units;

    ReceiptLines(OrderBook book, DeliveryLimit limit, Units units) {
        this.book = book;
        this.limit = limit;
        this.units = units;
    }

    /// What was there of an announced line: maybe nothing, maybe under another lot. `at` is where
    /// it was said.
    record Found(Announced announced, Quantity quantity, @Nullable String lot, String at) {}

    /// One for each announced line.
    List<Found> match(
            Handle handle,
            Shipment shipment,
            List<Announced> announced,
            ShipmentCommand.Receipt receipt,
            Map<String, Kept> kept,
            Refusal refusal) {
        if (receipt.lines() == null) {
            return announced.stream()
                    .map(line -> new Found(line, line.quantity(), line.lot(), ""))
                    .toList();
        }
        var found = new LinkedHashMap<Integer, Found>();
        announced.forEach(line -> found.put(line.position(), nothing(line)));
        var counted = new HashMap<Integer, ReceivedLine>();
        for (var i = 0; i < receipt.lines().size(); i++) {
            var said = receipt.lines().get(i);
            var at = "/lines/" + i;
            var line = announced(announced, said, at, refusal);
            if (line != null) {
                refusal.unless(
                        counted.put(line.position(), said) == null,
                        at,
                        "duplicate",
                        "The line stands more than once.");
                var lot = said.lot() == null ? line.lot() : said.lot();
                ShipmentRules.lot(
                        Objects.requireNonNull(kept.get(line.itemId())), lot, at, refusal);
                found.put(line.position(), new Found(line, said.quantity(), lot, at));
            }
        }
        fits(handle, shipment, announced, List.copyOf(found.values()), refusal);
        return List.copyOf(found.values());
    }

    private static Found nothing(Announced line) {
        return new Found(
                line, new Quantity(BigDecimal.ZERO, line.quantity().unit()), line.lot(), "/lines");
    }

    private static @Nullable Announced announced(
            List<Announced> announced, ReceivedLine said, String at, Refusal refusal) {
        refusal.unless(
                said.quantity().value().signum() >= 0,
                at + "/quantity/value",
                "not-negative",
                "Less than nothing was there.");
        var ofLine = announced.stream().filter(line -> line.line() == said.line()).toList();
        if (ofLine.isEmpty()) {
            refusal.unknown(at + "/line", "line", String.valueOf(said.line()));
            return null;
        }
        if (ofLine.size() == 1) {
            return ofLine.getFirst();
        }
        var ofLot =
                ofLine.stream().filter(line -> Objects.equals(line.lot(), said.lot())).findFirst();
        if (ofLot.isEmpty()) {
            refusal.add(
                    at + "/lot",
                    "which-lot",
                    "Line %d came in several lots: name one of them.".formatted(said.line()));
        }
        return ofLot.orElse(null);
    }

    /// What is counted has to fit the order as an announcement has.
    private void fits(
            Handle handle,
            Shipment shipment,
            List<Announced> announced,
            List<Found> found,
            Refusal refusal) {
        var items = announced.stream().map(Announced::itemId).distinct().toList();
        var measures = units.of(handle, items);
        var sums = new HashMap<Integer, BigDecimal>();
        for (var each : found) {
            var base =
                    measures.toBase(
                            each.announced().itemId(),
                            each.quantity(),
                            each.at() + "/quantity",
                            refusal.violations());
            if (base != null) {
                sums.merge(each.announced().line(), base, BigDecimal::add);
            }
        }
        var landing = new HashMap<Integer, BigDecimal>();
        announced.forEach(line -> landing.merge(line.line(), line.base(), BigDecimal::add));
        for (var line : book.lines(handle, shipment.orderNumber())) {
            var sum = sums.getOrDefault(line.line(), BigDecimal.ZERO);
            var room =
                    limit.room(without(line, landing.getOrDefault(line.line(), BigDecimal.ZERO)));
            refusal.unless(
                    sum.signum() == 0
                            || sum.compareTo(room) <= 0
                            || sum.compareTo(landing.getOrDefault(line.line(), BigDecimal.ZERO))
                                    <= 0,
                    "/lines",
                    "over-delivery",
                    "The order takes at most %s more of line %d, in the item's base unit."
                            .formatted(room.toPlainString(), line.line()));
        }
    }

    private static OpenLine without(OpenLine line, BigDecimal landing) {
        return new OpenLine(
                line.line(),
                line.itemId(),
                line.agreed(),
                line.onTheWay().subtract(landing),
                line.received(),
                line.state());
    }
}
