package dev.interlock.system.shipment.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.Place;
import dev.interlock.system.inventory.Posting;
import dev.interlock.system.inventory.StockType;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.purchase.LineChange;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.shipment.Shipment;
import dev.interlock.system.shipment.ShipmentCommand;
import dev.interlock.system.shipment.reference.ReceiptLines.Found;
import dev.interlock.system.shipment.reference.ShipmentLineTable.Announced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes what a shipment really brought into stock, all of it or nothing.
@ApplicationScoped
class ShipmentReceipt {
    private final OrderBook book;
    private final ShipmentLineTable lines;
    private final ShipmentFacts facts;
    private final ReceiptLines receiptLines;
    private final Anchors anchors;
    private final Posting posting;

    ShipmentReceipt(
            OrderBook book,
            ShipmentLineTable lines,
            ShipmentFacts facts,
            ReceiptLines receiptLines,
            Anchors anchors,
            Posting posting) {
        this.book = book;
        this.lines = lines;
        this.facts = facts;
        this.receiptLines = receiptLines;
        this.anchors = anchors;
        this.posting = posting;
    }

    /// The order and the shipment are locked.
    void receive(Handle handle, Shipment shipment, ShipmentCommand.Receipt receipt, Sight sight) {
        var announced = lines.lines(handle, shipment.shipmentId());
        var items = announced.stream().map(Announced::itemId).distinct().toList();
        var kept = facts.of(handle, shipment.plant(), items);
        var refusal = new Refusal();
        var found = receiptLines.match(handle, shipment, announced, receipt, kept, refusal);
        for (var itemId : items) {
            refusal.unless(
                    location(receipt, kept, itemId) != null,
                    "/location",
                    "location-needed",
                    "The plant has no place of its own for %s.".formatted(itemId));
        }
        refusal.throwIfAny();
        anchors.hold(handle, shipment.plant(), items);
        book.change(
                handle,
                shipment.orderNumber(),
                announced.stream()
                        .map(line -> new LineChange.Landed(line.line(), line.base()))
                        .toList());
        for (var each : found) {
            lines.receive(
                    handle,
                    shipment.shipmentId(),
                    each.announced().position(),
                    each.quantity(),
                    each.lot());
            if (each.quantity().isPositive()) {
                var place =
                        new Place(
                                Objects.requireNonNull(
                                        location(receipt, kept, each.announced().itemId())),
                                stockType(receipt));
                posting.post(handle, movement(shipment, each, place), sight);
            }
        }
    }

    private static MovementDraft movement(Shipment shipment, Found found, Place place) {
        return new MovementDraft(
                Movement.Type.RECEIPT,
                found.announced().itemId(),
                shipment.plant(),
                null,
                place,
                found.lot(),
                found.quantity(),
                null,
                shipment.orderNumber(),
                found.announced().line(),
                null);
    }

    private static @Nullable String location(
            ShipmentCommand.Receipt receipt, Map<String, ShipmentFacts.Kept> kept, String itemId) {
        return receipt.location() != null
                ? receipt.location()
                : Objects.requireNonNull(kept.get(itemId)).location();
    }

    private static StockType stockType(ShipmentCommand.Receipt receipt) {
        return receipt.stockType() == null
                ? StockType.QUALITY_INSPECTION
                : receipt.stockType().stockType();
    }
}
