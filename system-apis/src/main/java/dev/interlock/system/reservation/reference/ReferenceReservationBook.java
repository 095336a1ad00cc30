package dev.interlock.system.reservation.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.reservation.Reservation;
import dev.interlock.system.reservation.ReservationBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Ends reservations that nobody has taken yet.
@ApplicationScoped
class ReferenceReservationBook implements ReservationBook {
    private final ReservationTable table;
    private final Outbox outbox;

    ReferenceReservationBook(ReservationTable table, Outbox outbox) {
        this.table = table;
        this.outbox = outbox;
    }

    @Override
    public void cancelOpen(Handle handle, String orderNumber) {
        table.open(handle, orderNumber).ifPresent(id -> end(handle, id, null));
    }

    /// Empty when it is not open.
    Optional<Reservation> end(Handle handle, String reservationId, @Nullable String reason) {
        if (!table.end(handle, reservationId, Reservation.Status.CANCELLED, reason)) {
            return Optional.empty();
        }
        var cancelled = table.find(handle, reservationId, Sight.EVERYTHING).orElseThrow();
        outbox.record(handle, EventType.ERP_RESERVATION_CANCELLED, key(cancelled), cancelled);
        return Optional.of(cancelled);
    }

    /// In line with the events of its order.
    static String key(Reservation reservation) {
        return "order/" + reservation.orderNumber();
    }
}
