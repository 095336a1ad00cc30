package dev.interlock.system.shipment;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shipments. A supplier's share is its own, and no more.
///
/// Empty and 404 when the shipment is not known or not to be seen. Announcing and departing are
/// refused (422) with every reason at once: more than the order takes, lots or serials that do not
/// fit, a hold; a step (409) with the state and the allowed ones. Arrivals and receipts are the
/// buyer's alone (403).
public interface Shipments extends ErpPort {
    Optional<Shipment> shipment(String shipmentId, Sight sight);

    Page<Shipment> shipments(ShipmentQuery query, Sight sight);

    LocalWrite announce(ShipmentDraft draft, Sight sight);

    LocalWrite perform(
            String shipmentId, ShipmentCommand command, @Nullable IfMatch ifMatch, Sight sight);
}
