package dev.interlock.system.reservation.reference;

import dev.interlock.system.master.Ids;
import dev.interlock.system.reservation.OrderDemand;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Lines of reservations, and how much of each has been taken.
@ApplicationScoped
class ReservationLineTable {
    private static final String INSERT =
            """
            INSERT INTO reservation_line (reservation_id, position, item_id, quantity, required_on)
            VALUES (:reservationId, :position, :itemId, :quantity, :requiredOn)
            """;

    /// Fills the lines of an item in their order; what is beyond them was never reserved.
    private static final String CONSUME =
            """
            UPDATE reservation_line l
               SET consumed = l.consumed + greatest(0, least(l.quantity - l.consumed, :quantity - before.open))
              FROM (SELECT position, coalesce(sum(quantity - consumed) OVER (ORDER BY position
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS open
                      FROM reservation_line WHERE reservation_id = :reservationId AND item_id = :itemId) AS before
             WHERE l.reservation_id = :reservationId AND l.item_id = :itemId AND l.position = before.position
            """;

    /// Takes back from the last line first.
    private static final String GIVE_BACK =
            """
            UPDATE reservation_line l
               SET consumed = l.consumed - greatest(0, least(l.consumed, :quantity - before.taken))
              FROM (SELECT position, coalesce(sum(consumed) OVER (ORDER BY position DESC
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS taken
                      FROM reservation_line WHERE reservation_id = :reservationId AND item_id = :itemId) AS before
             WHERE l.reservation_id = :reservationId AND l.item_id = :itemId AND l.position = before.position
            """;

    private static final String ALL_TAKEN =
            "SELECT coalesce(bool_and(consumed >= quantity), false) FROM reservation_line WHERE"
                    + " reservation_id = :reservationId";

    private static final String OPEN =
            """
            SELECT coalesce(sum(greatest(0, quantity - consumed)), 0) FROM reservation_line
             WHERE reservation_id = :reservationId AND item_id = :itemId
            """;

    void insert(Handle handle, String reservationId, List<OrderDemand.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(INSERT);
        for (var line : lines) {
            batch.bind("reservationId", Ids.number("reservation", reservationId))
                    .bind("position", line.position())
                    .bind("itemId", line.itemId())
                    .bind("quantity", line.quantity())
                    .bind("requiredOn", line.requiredOn())
                    .add();
        }
        batch.execute();
    }

    /// What of an item is still reserved with it.
    BigDecimal open(Handle handle, String reservationId, String itemId) {
        return handle.createQuery(OPEN)
                .bind("reservationId", Ids.number("reservation", reservationId))
                .bind("itemId", itemId)
                .mapTo(BigDecimal.class)
                .one();
    }

    void consume(Handle handle, String reservationId, String itemId, BigDecimal quantity) {
        write(handle, CONSUME, reservationId, itemId, quantity);
    }

    void giveBack(Handle handle, String reservationId, String itemId, BigDecimal quantity) {
        write(handle, GIVE_BACK, reservationId, itemId, quantity);
    }

    boolean allTaken(Handle handle, String reservationId) {
        return handle.createQuery(ALL_TAKEN)
                .bind("reservationId", Ids.number("reservation", reservationId))
                .mapTo(Boolean.class)
                .one();
    }

    private static void write(
            Handle handle, String sql, String reservationId, String itemId, BigDecimal quantity) {
        handle.createUpdate(sql)
                .bind("reservationId", Ids.number("reservation", reservationId))
                .bind("itemId", itemId)
                .bind("quantity", quantity)
                .execute();
    }
}
