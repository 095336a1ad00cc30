package dev.interlock.system.shipment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;

/// How much more than agreed a supplier may send.
@ConfigMapping(prefix = "interlock.shipments")
public interface ShipmentSettings {
    /// In percent of what a line agrees on.
    @WithDefault("10")
    @DecimalMin("0")
    @DecimalMax("100")
    BigDecimal overDeliveryPercent();
}
