package dev.interlock.system.shipment.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.purchase.LineChange;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.shipment.Shipment;
import dev.interlock.system.shipment.ShipmentCommand;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/// What each step of a shipment needs, and what it does to the order and to stock.
@ApplicationScoped
class ShipmentCommands {
    private final OrderBook book;
    private final ShipmentLineTable lines;
    private final ShipmentReceipt receipts;
    private final HoldGate holds;

    ShipmentCommands(
            OrderBook book, ShipmentLineTable lines, ShipmentReceipt receipts, HoldGate holds) {
        this.book = book;
        this.lines = lines;
        this.receipts = receipts;
        this.holds = holds;
    }

    /// Order and shipment are locked.
    void perform(Handle handle, Shipment shipment, ShipmentCommand command, Sight sight) {
        switch (command) {
            case ShipmentCommand.Departure _ -> {
                command.step().require(shipment);
                requireNoHold(handle, shipment);
            }
            case ShipmentCommand.Arrival arrival -> {
                sight.requireBuyer("say what has arrived");
                command.step().require(shipment);
                requireAfterDeparture(shipment, arrival);
            }
            case ShipmentCommand.Receipt receipt -> {
                sight.requireBuyer("receive a shipment");
                command.step().require(shipment);
                receipts.receive(handle, shipment, receipt, sight);
            }
            case ShipmentCommand.Cancellation cancellation -> {
                command.step().require(shipment);
                cancel(handle, shipment, cancellation);
            }
        }
    }

    private void requireNoHold(Handle handle, Shipment shipment) {
        var refusal = new Refusal();
        for (var line : shipment.lines()) {
            refusal.unless(
                    !holds.keepsFromShipping(
                            handle,
                            shipment.supplierId(),
                            shipment.orderNumber(),
                            line.itemId(),
                            line.lot()),
                    "",
                    "on-hold",
                    "A hold keeps line %d from being shipped.".formatted(line.line()));
        }
        refusal.throwIfAny();
    }

    private static void requireAfterDeparture(Shipment shipment, ShipmentCommand.Arrival arrival) {
        var refusal = new Refusal();
        refusal.unless(
                arrival.arrivedAt() == null
                        || shipment.departedAt() == null
                        || !arrival.arrivedAt().isBefore(shipment.departedAt()),
                "/arrivedAt",
                "before-departure",
                "It cannot arrive before it departs.");
        refusal.throwIfAny();
    }

    private void cancel(
            Handle handle, Shipment shipment, ShipmentCommand.Cancellation cancellation) {
        var refusal = new Refusal();
        refusal.unless(
                shipment.status() == Shipment.Status.ANNOUNCED || cancellation.reason() != null,
                "/reason",
                "reason-needed",
                "The shipment has left: say why it will not come.");
        refusal.throwIfAny();
        lines.freeSerials(handle, shipment.shipmentId());
        book.change(
                handle,
                shipment.orderNumber(),
                lines.lines(handle, shipment.shipmentId()).stream()
                        .map(line -> new LineChange.Withdrawn(line.line(), line.base()))
                        .toList());
    }
}
