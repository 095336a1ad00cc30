package dev.interlock.system.confirmation.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.access.Sight;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.Place;
import dev.interlock.system.inventory.Posting;
import dev.interlock.system.inventory.StockType;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Brings what the last operation yields into stock where the item is supplied from; for inspection
/// when that operation inspects. An item that is kept in lots gets the order's number as its lot.
@ApplicationScoped
class YieldReceipt {
    private static final String TARGET =
            """
            SELECT i.batch_managed, ip.supply_location
              FROM item i LEFT JOIN item_plant ip ON ip.item_id = i.item_id AND ip.plant = :plant
             WHERE i.item_id = :itemId
            """;

    private final Posting posting;

    YieldReceipt(Posting posting) {
        this.posting = posting;
    }

    private record Target(boolean batchManaged, @Nullable String location) {}

    Movement post(
            Handle handle,
            ProductionOrder order,
            Operation operation,
            BigDecimal yield,
            Sight sight) {
        var target =
                handle.createQuery(TARGET)
                        .bindMethods(order)
                        .map((row, _) ->
                                new Target(
                                        row.getBoolean("batch_managed"),
                                        row.getString("supply_location")))
                        .one();
        return posting.post(
                handle,
                new MovementDraft(
                        Movement.Type.RECEIPT,
                        order.itemId(),
                        order.plant(),
                        null,
                        new Place(
                                location(order, target),
                                operation.inspection()
                                        ? StockType.QUALITY_INSPECTION
                                        : StockType.UNRESTRICTED),
                        target.batchManaged() ? order.orderNumber() : null,
                        new Quantity(yield, order.quantity().unit()),
                        order.orderNumber(),
                        null,
                        null),
                sight);
    }

    private static String location(ProductionOrder order, Target target) {
        var refusal = new Refusal();
        refusal.unless(
                target.location() != null,
                "/yield",
                "no-supply-location",
                "%s has no supply location in plant %s to be received at."
                        .formatted(order.itemId(), order.plant()));
        refusal.throwIfAny();
        return Optional.ofNullable(target.location()).orElseThrow();
    }
}
