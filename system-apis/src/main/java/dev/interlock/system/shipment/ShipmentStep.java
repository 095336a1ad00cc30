package dev.interlock.system.shipment;

import static dev.interlock.system.shipment.Shipment.Status.ANNOUNCED;
import static dev.interlock.system.shipment.Shipment.Status.ARRIVED;
import static dev.interlock.system.shipment.Shipment.Status.CANCELLED;
import static dev.interlock.system.shipment.Shipment.Status.IN_TRANSIT;
import static dev.interlock.system.shipment.Shipment.Status.RECEIVED;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.shipment.Shipment.Status;
import java.util.EnumSet;
import java.util.Set;

/// What can be done with a shipment, and in which states. One that has left may still be cancelled,
/// with a reason: it is lost, or has turned back; one that is there is received, if only with
/// nothing in it.
public enum ShipmentStep {
    DEPART(IN_TRANSIT, ANNOUNCED),
    ARRIVE(ARRIVED, IN_TRANSIT),
    RECEIVE(RECEIVED, ARRIVED),
    CANCEL(CANCELLED, ANNOUNCED, IN_TRANSIT);

    private final Status to;

    @SuppressWarnings("ImmutableEnumChecker") // nobody outside ever gets hold of it
    private final Set<Status> from;

    ShipmentStep(Status to, Status first, Status... more) {
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    public Status to() {
        return to;
    }

    /// 409 with the state and the allowed ones.
    public void require(Shipment shipment) {
        if (!from.contains(shipment.status())) {
            throw new WrongState(
                    "shipment",
                    shipment.shipmentId(),
                    shipment.status().name(),
                    from.stream().map(Enum::name).toList());
        }
    }
}
