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

    /// `phantoms` are those that it came out of, the outermost first.
    public record Component(
            int position,
            String itemId,
            BigDecimal quantity,
            @Nullable Integer operation,
            @Nullable String supplyLocation,
            boolean backflush,
            List<String> phantoms) {
        public Component {
            phantoms = List.copyOf(phantoms);
        }
    }

    public record Step(Operation operation, Duration dailyCapacity) {}
}
