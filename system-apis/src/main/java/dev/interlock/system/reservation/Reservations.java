package dev.interlock.system.reservation;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.effect.LocalWrite;
import java.util.Optional;

/// Stock that orders have been promised. Reserved never exceeds what is available on its day.
///
/// Refused with `insufficient-stock` and a violation per short component, nothing reserved, unless
/// the draft accepts it; (409) when the order has one already or its state does not let it need
/// anything; cancelling (409) one that is not open.
public interface Reservations extends ErpPort {
    Page<Reservation> reservations(ReservationQuery query, Sight sight);

    Optional<Reservation> reservation(String reservationId, Sight sight);

    LocalWrite reserve(ReservationDraft draft, Sight sight);

    LocalWrite cancel(String reservationId, Cancellation cancellation, Sight sight);
}
