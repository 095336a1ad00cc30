package dev.interlock.system.order;

import dev.interlock.system.unit.Fraction;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.time.Duration;

/// How exactly what is made has to match what was ordered.
@ConfigMapping(prefix = "interlock.orders")
public interface OrderSettings {

    /// How much more than ordered an order may yield, in percent of its quantity.
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("100")
    BigDecimal overDeliveryPercent();

    /// How far the clock of whoever confirms may be ahead of ours.
    @WithDefault("5M")
    Duration clockTolerance();

    /// The most that an order of this quantity may yield.
    default BigDecimal most(BigDecimal ordered) {
        return Fraction.plain(
                ordered.add(ordered.multiply(overDeliveryPercent()).movePointLeft(2)));
    }
}
