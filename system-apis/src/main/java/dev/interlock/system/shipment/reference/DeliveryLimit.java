package dev.interlock.system.shipment.reference;

import dev.interlock.system.purchase.OpenLine;
import dev.interlock.system.shipment.ShipmentSettings;
import dev.interlock.system.unit.Fraction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/// How much of an order's line may come: what is agreed, and the tolerance on top.
@ApplicationScoped
class DeliveryLimit {
    private final ShipmentSettings settings;

    DeliveryLimit(ShipmentSettings settings) {
        this.settings = settings;
    }

    /// What may still be announced, in the item's base unit; never less than nothing.
    BigDecimal room(OpenLine line) {
        var limit =
                line.agreed()
                        .multiply(
                                BigDecimal.ONE.add(
                                        settings.overDeliveryPercent().movePointLeft(2)));
        return Fraction.plain(
                limit.subtract(line.onTheWay()).subtract(line.received()).max(BigDecimal.ZERO));
    }
}
