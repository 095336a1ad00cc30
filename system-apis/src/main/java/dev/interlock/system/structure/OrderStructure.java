package dev.interlock.system.structure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an order takes over from BOM and routing when it is created: quantities are for the whole
/// order, in base units.
public record OrderStructure(List<Component> components, List<Step> steps) {
    public OrderStructure {
        components = List.copyOf(components);
        steps = List.copyOf(steps);
    }

    public record Component(
            int position,
            String itemId,
            BigDecimal quantity,
            @Nullable Integer operation,
            @Nullable String supplyLocation,
            boolean backflush) {}

    public record Step(Operation operation, Duration dailyCapacity) {}
}
