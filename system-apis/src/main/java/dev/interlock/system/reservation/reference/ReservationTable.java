package dev.interlock.system.reservation.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.master.Ids;
import dev.interlock.system.reservation.OrderDemand;
import dev.interlock.system.reservation.Reservation;
import dev.interlock.system.reservation.ReservationQuery;
import dev.interlock.system.sql.RowJson;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reservations. At most one of an order is open: the table itself refuses a second one.
@ApplicationScoped
class ReservationTable {
    private static final String SELECT =
            """
            SELECT r.reservation_id, r.order_number, r.plant, r.status, r.cancel_reason, r.version,
                   (SELECT json_agg(json_build_object('position', l.position, 'itemId', l.item_id,
                               'quantity', quantity_json(l.quantity, i.base_unit), 'requiredOn', l.required_on,
                               'consumed', quantity_json(l.consumed, i.base_unit)) ORDER BY l.position)
                      FROM reservation_line l JOIN item i USING (item_id)
                     WHERE l.reservation_id = r.reservation_id) AS lines
              FROM reservation r
             WHERE (CAST(:plants AS text[]) IS NULL OR r.plant = ANY (:plants)) AND CAST(:supplier AS text) IS NULL
            """;

    private static final String FIND = SELECT + " AND r.reservation_id = :reservationId";

    private static final String LIST =
            SELECT
                    + """
                       AND (CAST(:orderNumber AS text) IS NULL OR r.order_number = :orderNumber)
                       AND (CAST(:status AS text) IS NULL OR r.status = :status)
                       AND (CAST(:before AS bigint) IS NULL OR r.reservation_id < :before)
                     ORDER BY r.reservation_id DESC LIMIT :limit
                    """;

    private static final String OPEN =
            "SELECT reservation_id FROM reservation WHERE order_number = :order AND status = 'OPEN'"
                    + " FOR UPDATE";

    private static final String INSERT =
            """
            INSERT INTO reservation (order_number, plant, status) VALUES (:orderNumber, :plant, 'OPEN')
            RETURNING reservation_id
            """;

    private static final String END =
            """
            UPDATE reservation SET status = :status, cancel_reason = :reason, version = version + 1
             WHERE reservation_id = :reservationId AND status = 'OPEN'
            """;

    private final ReservationLineTable lines;

    ReservationTable(ReservationLineTable lines) {
        this.lines = lines;
    }

    Optional<Reservation> find(Handle handle, String reservationId, Sight sight) {
        return handle.createQuery(FIND)
                .bind("reservationId", Ids.number("reservation", reservationId))
                .bind("plants", TextArray.restricting(sight.plants()))
                .bind("supplier", sight.supplierId())
                .map(ReservationTable::reservation)
                .findOne();
    }

    Page<Reservation> list(Handle handle, ReservationQuery query, Sight sight) {
        Cursor.parts(query.cursor(), 1);
        var rows =
                handle.createQuery(LIST)
                        .bindMethods(query)
                        .bind("before", query.cursor() == null ? null : query.cursor().number(0))
                        .bind("plants", TextArray.restricting(sight.plants()))
                        .bind("supplier", sight.supplierId())
                        .bind("limit", query.limit().plusOne())
                        .map(ReservationTable::reservation)
                        .list();
        return Page.of(rows, query.limit(), reservation -> Cursor.of(reservation.reservationId()));
    }

    /// The order's open one, locked.
    Optional<String> open(Handle handle, String orderNumber) {
        return handle.createQuery(OPEN).bind("order", orderNumber).mapTo(String.class).findOne();
    }

    Reservation insert(Handle handle, OrderDemand demand) {
        var id = handle.createQuery(INSERT).bindMethods(demand).mapTo(String.class).one();
        lines.insert(handle, id, demand.lines());
        return find(handle, id, Sight.EVERYTHING).orElseThrow();
    }

    /// False when it is not open.
    boolean end(
            Handle handle,
            String reservationId,
            Reservation.Status status,
            @Nullable String reason) {
        return handle.createUpdate(END)
                        .bind("reservationId", Ids.number("reservation", reservationId))
                        .bind("status", status)
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    private static Reservation reservation(ResultSet row, StatementContext context)
            throws SQLException {
        return new Reservation(
                row.getString("reservation_id"),
                row.getString("order_number"),
                row.getString("plant"),
                RowJson.list(row, "lines", Reservation.Line.class),
                Reservation.Status.valueOf(row.getString("status")),
                row.getString("cancel_reason"),
                row.getLong("version"));
    }
}
