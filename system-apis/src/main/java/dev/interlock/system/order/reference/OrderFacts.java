package dev.interlock.system.order.reference;

import dev.interlock.system.access.Sight;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.sql.TextArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What an order has to fit: plants, revisions, other orders, lots, holds.
@ApplicationScoped
class OrderFacts {
    private static final String PLANT =
            """
            SELECT EXISTS (SELECT FROM plant WHERE plant = :plant)
               AND (CAST(:plants AS text[]) IS NULL OR CAST(:plant AS text) = ANY (:plants))
            """;

    private static final String REVISION =
            "SELECT status FROM revision WHERE item_id = :itemId AND revision = :revision";

    private static final String LOTS =
            "SELECT lot FROM lot WHERE item_id = :itemId AND lot = ANY (:lots)";

    private static final String RELEASE_HELD =
            """
            SELECT h.hold_id::text FROM hold h
             WHERE h.status = 'ACTIVE' AND h.release
               AND CASE h.scope
                   WHEN 'ORDER' THEN h.target = :orderNumber
                   WHEN 'ITEM' THEN h.target = ANY (:items)
                   WHEN 'LOT' THEN h.target = ANY (:lots)
                   WHEN 'SUPPLIER' THEN EXISTS (SELECT FROM lot l WHERE l.supplier_id = h.target
                                                   AND l.item_id || '/' || l.lot = ANY (:lots))
                   ELSE false END
             ORDER BY h.hold_id LIMIT 1
            """;

    private static final String SALES_ORDER =
            "SELECT EXISTS (SELECT FROM sales_order WHERE sales_order_number = :number)";

    private static final String ORDER =
            "SELECT EXISTS (SELECT FROM production_order WHERE order_number = :number)";

    boolean knowsPlant(Handle handle, String plant, Sight sight) {
        return handle.createQuery(PLANT)
                .bind("plant", plant)
                .bind("plants", TextArray.restricting(sight.plants()))
                .mapTo(Boolean.class)
                .one();
    }

    /// As it was said, not as it is derived.
    Optional<String> revisionStatus(Handle handle, String itemId, String revision) {
        return handle.createQuery(REVISION)
                .bind("itemId", itemId)
                .bind("revision", revision)
                .mapTo(String.class)
                .findOne();
    }

    boolean knowsSalesOrder(Handle handle, String number) {
        return handle.createQuery(SALES_ORDER).bind("number", number).mapTo(Boolean.class).one();
    }

    boolean knowsOrder(Handle handle, String number) {
        return handle.createQuery(ORDER).bind("number", number).mapTo(Boolean.class).one();
    }

    Set<String> lots(Handle handle, String itemId, Collection<String> lots) {
        return Set.copyOf(
                handle.createQuery(LOTS)
                        .bind("itemId", itemId)
                        .bind("lots", TextArray.of(lots))
                        .mapTo(String.class)
                        .list());
    }

    /// A hold that keeps the order from being released: on itself, on what it makes or uses, or on
    /// a lot it takes.
    Optional<String> releaseHold(Handle handle, ProductionOrder order) {
        return handle.createQuery(RELEASE_HELD)
                .bind("orderNumber", order.orderNumber())
                .bind("items", TextArray.of(OrderItems.of(order)))
                .bind("lots", TextArray.of(OrderItems.lots(order)))
                .mapTo(String.class)
                .findOne();
    }
}
