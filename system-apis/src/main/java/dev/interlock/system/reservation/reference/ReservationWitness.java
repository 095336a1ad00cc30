package dev.interlock.system.reservation.reference;

import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementWitness;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.reservation.Reservation;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What an order takes out of stock is no longer reserved for it; what it brings back is, as long
/// as its reservation is open. Beyond its own reservation nobody takes what others have reserved.
@ApplicationScoped
class ReservationWitness implements MovementWitness {
    private final ReservationTable reservations;
    private final ReservationLineTable lines;
    private final ReservedStock others;

    ReservationWitness(
            ReservationTable reservations, ReservationLineTable lines, ReservedStock others) {
        this.reservations = reservations;
        this.lines = lines;
        this.others = others;
    }

    @Override
    public void before(Handle handle, MovementDraft draft, Refusal refusal) {}

    @Override
    public void after(Handle handle, Movement movement) {
        if (movement.type() != Movement.Type.ISSUE && movement.type() != Movement.Type.RETURN) {
            return;
        }
        var own =
                Optional.ofNullable(movement.orderNumber())
                        .flatMap(number -> reservations.open(handle, number));
        if (movement.type() == Movement.Type.ISSUE && movement.from() != null) {
            var promised =
                    own.map(id -> lines.open(handle, id, movement.itemId()))
                            .orElse(BigDecimal.ZERO);
            if (movement.quantity().value().compareTo(promised) > 0) {
                others.protect(handle, movement);
            }
        }
        own.ifPresent(id -> book(handle, id, movement));
    }

    private void book(Handle handle, String reservationId, Movement movement) {
        var quantity = movement.quantity().value();
        if (movement.from() != null) {
            lines.consume(handle, reservationId, movement.itemId(), quantity);
            if (lines.allTaken(handle, reservationId)) {
                reservations.end(handle, reservationId, Reservation.Status.CONSUMED, null);
            }
        } else {
            lines.giveBack(handle, reservationId, movement.itemId(), quantity);
        }
    }
}
