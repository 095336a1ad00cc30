package dev.interlock.system.reservation;

import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;

/// Availability to promise. Refused (422) when the plant, an item or a unit is not known; stock is
/// not changed by asking. An order that is asked for keeps in mind whether material was missing.
public interface Availabilities extends ErpPort {
    Availability.Answer check(AvailabilityRequest request, Sight sight);

    /// The same, and no order keeps it in mind; with the lots of the order that its reservation
    /// would be refused for.
    Availability.Prospect look(AvailabilityRequest request, Sight sight);
}
