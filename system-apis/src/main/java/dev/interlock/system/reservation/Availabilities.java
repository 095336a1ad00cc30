package dev.interlock.system.reservation;

import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;

/// Availability to promise. Refused (422) when the plant, an item or a unit is not known; nothing
/// is changed by asking.
public interface Availabilities extends ErpPort {
    Availability.Answer check(AvailabilityRequest request, Sight sight);
}
