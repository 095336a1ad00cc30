package dev.interlock.system.reservation.reference;

import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.master.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Stock that lies there and is promised: who issues something must leave enough for every order
/// that has reserved, whatever is still to come. What is scrapped, blocked or missed in a count is
/// gone all the same.
///
/// The caller holds the item's anchor.
@ApplicationScoped
class ReservedStock {
    private static final String USABLE =
            "SELECT coalesce(sum(quantity), 0) FROM usable_stock WHERE item_id = :itemId AND plant"
                    + " = :plant";

    private static final String RESERVED =
            """
            SELECT order_number, sum(quantity) AS quantity FROM open_demand
             WHERE item_id = :itemId AND plant = :plant AND order_number IS DISTINCT FROM CAST(:orderNumber AS text)
             GROUP BY order_number ORDER BY order_number
            """;

    private record Share(String orderNumber, BigDecimal quantity) {}

    /// Refuses an issue that stands already and leaves the others less than they have reserved.
    void protect(Handle handle, Movement issued) {
        var shares =
                handle.createQuery(RESERVED)
                        .bindMethods(issued)
                        .map((row, _) ->
                                new Share(
                                        row.getString("order_number"),
                                        row.getBigDecimal("quantity")))
                        .list();
        if (shares.isEmpty()) {
            return;
        }
        var left = handle.createQuery(USABLE).bindMethods(issued).mapTo(BigDecimal.class).one();
        var reserved =
                shares.stream().map(Share::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        var refusal = new Refusal();
        refusal.unless(
                left.compareTo(reserved) >= 0,
                "/quantity",
                "insufficient-stock",
                "Of %s %s of %s that may be used in plant %s, %s are reserved: %s."
                        .formatted(
                                left.add(issued.quantity().value()).toPlainString(),
                                issued.quantity().unit(),
                                issued.itemId(),
                                issued.plant(),
                                reserved.toPlainString(),
                                shares.stream()
                                        .map(share ->
                                                "%s for order %s"
                                                        .formatted(
                                                                share.quantity().toPlainString(),
                                                                share.orderNumber()))
                                        .collect(Collectors.joining(", "))));
        refusal.throwIfAny(ProblemType.INSUFFICIENT_STOCK);
    }
}
