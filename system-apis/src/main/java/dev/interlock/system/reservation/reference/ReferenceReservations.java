package dev.interlock.system.reservation.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.reservation.Cancellation;
import dev.interlock.system.reservation.OrderDemand;
import dev.interlock.system.reservation.OrderDemands;
import dev.interlock.system.reservation.Reservation;
import dev.interlock.system.reservation.ReservationDraft;
import dev.interlock.system.reservation.ReservationQuery;
import dev.interlock.system.reservation.Reservations;
import dev.interlock.system.sql.Listing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Reservations of the embedded reference ERP. The order of locks is always the same: holds, order,
/// items.
@ApplicationScoped
@Identifier("reference")
class ReferenceReservations implements Reservations {
    private final Jdbi jdbi;
    private final ReservationTable table;
    private final ReferenceReservationBook book;
    private final Promises promises;
    private final OrderDemands demands;
    private final HoldGate holds;
    private final Anchors anchors;
    private final Outbox outbox;

    ReferenceReservations(
            Jdbi jdbi,
            ReservationTable table,
            ReferenceReservationBook book,
            Promises promises,
            OrderDemands demands,
            HoldGate holds,
            Anchors anchors,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.table = table;
        this.book = book;
        this.promises = promises;
        this.demands = demands;
        this.holds = holds;
        this.anchors = anchors;
        this.outbox = outbox;
    }

    @Override
    public Page<Reservation> reservations(ReservationQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> table.list(handle, query, sight));
    }

    @Override
    public Optional<Reservation> reservation(String reservationId, Sight sight) {
        return jdbi.withHandle(handle -> table.find(handle, reservationId, sight));
    }

    @Override
    public LocalWrite reserve(ReservationDraft draft, Sight sight) {
        return handle -> {
            holds.pass(handle);
            var demand = demand(handle, draft.orderNumber(), sight);
            table.open(handle, demand.orderNumber())
                    .ifPresent(id -> {
                        throw new WrongState(
                                "reservation", id, "OPEN", List.of("CONSUMED", "CANCELLED"));
                    });
            anchors.hold(
                    handle,
                    demand.plant(),
                    demand.lines().stream().map(OrderDemand.Line::itemId).toList());
            var promised = promises.makeOrRefuse(handle, demand, draft);
            var made = table.insert(handle, promised);
            demands.reserved(handle, demand.orderNumber(), promised.equals(demand));
            outbox.record(
                    handle,
                    EventType.ERP_RESERVATION_MADE,
                    ReferenceReservationBook.key(made),
                    made);
            return Done.created(
                    "/system/v1/reservations/" + made.reservationId(), made, made.version());
        };
    }

    /// One that was given back already, by whomever, is given back: a release that is undone after
    /// a change of its order has nothing more to do here.
    @Override
    public LocalWrite cancel(String reservationId, Cancellation cancellation, Sight sight) {
        return handle -> {
            var found =
                    table.find(handle, reservationId, sight)
                            .orElseThrow(() -> new NotFound("reservation", reservationId));
            if (found.status() == Reservation.Status.CANCELLED) {
                return Done.ok(found, found.version());
            }
            demands.lockAnyhow(handle, found.orderNumber());
            var cancelled =
                    book.end(handle, reservationId, cancellation.reason())
                            .orElseThrow(() ->
                                    new WrongState(
                                            "reservation",
                                            reservationId,
                                            found.status().name(),
                                            List.of("OPEN")));
            return Done.ok(cancelled, cancelled.version());
        };
    }

    private OrderDemand demand(Handle handle, String orderNumber, Sight sight) {
        var demand = demands.lock(handle, orderNumber, sight);
        if (demand.isEmpty()) {
            var refusal = new Refusal();
            refusal.unknown("/orderNumber", "order", orderNumber);
            refusal.throwIfAny();
        }
        return demand.orElseThrow();
    }
}
