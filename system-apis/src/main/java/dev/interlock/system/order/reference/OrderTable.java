package dev.interlock.system.order.reference;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrderDraft;
import dev.interlock.system.order.ProductionOrderQuery;
import dev.interlock.system.sql.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Production orders: headers, read with all that belongs to them. A supplier sees none.
@ApplicationScoped
class OrderTable {
    private static final String FIND = OrderRow.SELECT + "<where>";

    private static final String LIST =
            OrderRow.SELECT + "<where> ORDER BY o.order_number LIMIT :limit";

    private static final String LOCK =
            "SELECT order_number FROM production_order o<where> FOR UPDATE";

    private static final String NEXT = "SELECT nextval('production_order_number')::text";

    private static final String INSERT =
            """
            INSERT INTO production_order (order_number, order_type, plant, item_id, revision, quantity, unit, planned_start, planned_end,
                   lifecycle, sales_order_number, settlement_rule, parent_order_number)
            SELECT :number, :orderType, :plant, item_id, :revision, :base, base_unit, :plannedStart, :plannedEnd,
                   'CREATED', :salesOrderNumber, :settlementRule, :parentOrderNumber
              FROM item WHERE item_id = :itemId
            ON CONFLICT (order_number) DO NOTHING
            """;

    private static final String LIFECYCLE =
            "UPDATE production_order SET lifecycle = :lifecycle, version = version + 1 WHERE"
                    + " order_number = :orderNumber";

    private static final String REVISION =
            "UPDATE production_order SET revision = :revision, version = version + 1 WHERE"
                    + " order_number = :orderNumber";

    /// Whoever unlocks sees every reason; all of them fit where one does.
    private static final String LOCKED =
            """
            UPDATE production_order SET flags = array_append(array_remove(flags, 'LOCKED'), 'LOCKED'),
                   lock_reason = CASE WHEN lock_reason IS NULL THEN :reason
                                      WHEN :reason IS NULL OR strpos('; ' || lock_reason || '; ', '; ' || :reason || '; ') > 0
                                      THEN lock_reason
                                      ELSE left(lock_reason || '; ' || :reason, 500) END,
                   version = version + 1
             WHERE order_number = :orderNumber
            """;

    private static final String UNLOCKED =
            """
            UPDATE production_order SET flags = array_remove(flags, 'LOCKED'), lock_reason = NULL, version = version + 1
             WHERE order_number = :orderNumber
            """;

    private static final String RAISE =
            "UPDATE production_order SET version = version + 1 WHERE order_number = :orderNumber";

    /// The last operation yields what the order yields; a piece scrapped anywhere is scrapped.
    private static final String COUNT =
            """
            UPDATE production_order o
               SET yielded = (SELECT p.yield FROM production_order_operation p
                               WHERE p.order_number = o.order_number ORDER BY p.number DESC LIMIT 1),
                   scrapped = (SELECT sum(p.scrap) FROM production_order_operation p WHERE p.order_number = o.order_number),
                   lifecycle = CASE WHEN EXISTS (SELECT FROM production_order_operation p
                                                  WHERE p.order_number = o.order_number AND p.status <> 'CONFIRMED')
                                    THEN 'IN_PROCESS' ELSE 'CONFIRMED' END,
                   version = version + 1
             WHERE o.order_number = :orderNumber
            """;

    private static final String YIELDED =
            "UPDATE production_order SET yielded = :yielded WHERE order_number = :orderNumber";

    Optional<ProductionOrder> find(Handle handle, String orderNumber, Sight sight) {
        return numbered(orderNumber, sight)
                .bindTo(handle.createQuery(FIND))
                .map(OrderRow::order)
                .findOne();
    }

    /// The order, locked until the end of the transaction.
    Optional<ProductionOrder> lock(Handle handle, String orderNumber, Sight sight) {
        return numbered(orderNumber, sight)
                .bindTo(handle.createQuery(LOCK))
                .mapTo(String.class)
                .findOne()
                .flatMap(number -> find(handle, number, sight));
    }

    private static Conditions numbered(String orderNumber, Sight sight) {
        return visible(sight).where("orderNumber", orderNumber, "o.order_number = :orderNumber");
    }

    private static Conditions visible(Sight sight) {
        var visible = new Conditions().among("plants", sight.plants(), "o.plant = ANY (:plants)");
        return sight.isSupplier() ? visible.always("false") : visible;
    }

    Page<ProductionOrder> list(Handle handle, ProductionOrderQuery query, Sight sight) {
        var after = Cursor.parts(query.cursor(), 1);
        var wanted =
                visible(sight)
                        .where("itemId", query.itemId(), "o.item_id = :itemId")
                        .where("revision", query.revision(), "o.revision = :revision")
                        .where("plant", query.plant(), "o.plant = :plant")
                        .anyOf("lifecycles", query.lifecycle(), "o.lifecycle = ANY (:lifecycles)")
                        .where(
                                "plannedStart",
                                query.plannedStart(),
                                "o.planned_start = :plannedStart")
                        .where(
                                "parent",
                                query.parentOrderNumber(),
                                "o.parent_order_number = :parent")
                        .where(
                                "component",
                                query.componentId(),
                                "o.order_number IN (SELECT c.order_number FROM"
                                    + " production_order_component c WHERE c.item_id = :component)")
                        .where(
                                "phantom",
                                query.phantomId(),
                                "o.order_number IN (SELECT c.order_number FROM"
                                    + " production_order_component c WHERE c.phantoms <> '{}' AND"
                                    + " c.phantoms @> ARRAY[CAST(:phantom AS text)])")
                        .where(
                                "after",
                                after.isEmpty() ? null : after.getFirst(),
                                "o.order_number > :after");
        var rows =
                wanted.bindTo(handle.createQuery(LIST))
                        .bind("limit", query.limit().plusOne())
                        .map(OrderRow::order)
                        .list();
        return Page.of(rows, query.limit(), order -> Cursor.of(order.orderNumber()));
    }

    String nextNumber(Handle handle) {
        return handle.createQuery(NEXT).mapTo(String.class).one();
    }

    /// False when the number stands already.
    boolean insert(Handle handle, String number, ProductionOrderDraft draft, BigDecimal base) {
        return handle.createUpdate(INSERT)
                        .bindMethods(draft)
                        .bind("number", number)
                        .bind("base", base)
                        .execute()
                == 1;
    }

    void setLifecycle(Handle handle, String orderNumber, Lifecycle lifecycle) {
        handle.createUpdate(LIFECYCLE)
                .bind("orderNumber", orderNumber)
                .bind("lifecycle", lifecycle)
                .execute();
    }

    /// Sums up its operations.
    void count(Handle handle, String orderNumber) {
        handle.createUpdate(COUNT).bind("orderNumber", orderNumber).execute();
    }

    /// For an order without operations.
    void setYielded(Handle handle, String orderNumber, BigDecimal yielded) {
        handle.createUpdate(YIELDED)
                .bind("orderNumber", orderNumber)
                .bind("yielded", yielded)
                .execute();
    }

    void setRevision(Handle handle, String orderNumber, String revision) {
        handle.createUpdate(REVISION)
                .bind("orderNumber", orderNumber)
                .bind("revision", revision)
                .execute();
    }

    void markLocked(Handle handle, String orderNumber, @Nullable String reason) {
        handle.createUpdate(LOCKED)
                .bind("orderNumber", orderNumber)
                .bind("reason", reason)
                .execute();
    }

    void markUnlocked(Handle handle, String orderNumber) {
        handle.createUpdate(UNLOCKED).bind("orderNumber", orderNumber).execute();
    }

    void raiseVersion(Handle handle, String orderNumber) {
        handle.createUpdate(RAISE).bind("orderNumber", orderNumber).execute();
    }
}
