package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.time.LocalDate;
import java.util.Set;

/// A production order that makes a component for another one.
public record SubOrder(
        String orderNumber,
        String itemId,
        Quantity quantity,
        LocalDate plannedEnd,
        String lifecycle) {
    private static final Set<String> NOT_RELEASED = Set.of("CREATED", "PARTIALLY_RELEASED");

    /// A cancelled order makes nothing that could be waited for.
    public boolean isReleased() {
        return !NOT_RELEASED.contains(lifecycle);
    }
}
