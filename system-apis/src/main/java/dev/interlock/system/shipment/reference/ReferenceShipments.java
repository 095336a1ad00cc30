package dev.interlock.system.shipment.reference;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.purchase.OrderBook;
import dev.interlock.system.shipment.Shipment;
import dev.interlock.system.shipment.ShipmentCommand;
import dev.interlock.system.shipment.ShipmentDraft;
import dev.interlock.system.shipment.ShipmentQuery;
import dev.interlock.system.shipment.Shipments;
import dev.interlock.system.sql.Listing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Shipments of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceShipments implements Shipments {
    private final Jdbi jdbi;
    private final ShipmentTable shipments;
    private final ShipmentAnnouncement announcement;
    private final ShipmentCommands commands;
    private final OrderBook book;
    private final HoldGate holds;
    private final Outbox outbox;

    ReferenceShipments(
            Jdbi jdbi,
            ShipmentTable shipments,
            ShipmentAnnouncement announcement,
            ShipmentCommands commands,
            OrderBook book,
            HoldGate holds,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.shipments = shipments;
        this.announcement = announcement;
        this.commands = commands;
        this.book = book;
        this.holds = holds;
        this.outbox = outbox;
    }

    @Override
    public Optional<Shipment> shipment(String shipmentId, Sight sight) {
        return jdbi.withHandle(handle -> shipments.find(handle, shipmentId, sight));
    }

    @Override
    public Page<Shipment> shipments(ShipmentQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> shipments.list(handle, query, sight));
    }

    @Override
    public LocalWrite announce(ShipmentDraft draft, Sight sight) {
        return handle -> {
            var id = announcement.announce(handle, draft, sight);
            var made = recorded(handle, EventType.SUPPLIER_SHIPMENT_ANNOUNCED, id, sight);
            return Done.created("/system/v1/shipments/" + id, made, made.version());
        };
    }

    @Override
    public LocalWrite perform(
            String shipmentId, ShipmentCommand command, @Nullable IfMatch ifMatch, Sight sight) {
        return handle -> {
            holds.pass(handle);
            var shipment = lock(handle, shipmentId, sight);
            if (ifMatch != null) {
                IfMatch.require(ifMatch, "shipment " + shipmentId, shipment.version());
            }
            commands.perform(handle, shipment, command, sight);
            shipments.move(handle, shipmentId, command);
            var now = recorded(handle, EventType.SUPPLIER_SHIPMENT_CHANGED, shipmentId, sight);
            return Done.ok(now, now.version());
        };
    }

    /// A shipment is changed under the lock of its order only.
    private Shipment lock(Handle handle, String shipmentId, Sight sight) {
        return shipments
                .find(handle, shipmentId, sight)
                .flatMap(seen -> book.lock(handle, seen.orderNumber(), sight))
                .flatMap(_ -> shipments.find(handle, shipmentId, sight))
                .orElseThrow(() -> new NotFound("shipment", shipmentId));
    }

    private Shipment recorded(Handle handle, EventType fact, String shipmentId, Sight sight) {
        var now = shipments.find(handle, shipmentId, sight).orElseThrow();
        outbox.record(handle, fact, "shipment/" + shipmentId, now);
        return now;
    }
}
