package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.time.LocalDate;
import java.util.Set;

/// A production order in flight, as far as a change asks for it.
public record OpenOrder(
        String orderNumber,
        String plant,
        String itemId,
        String revision,
        Quantity quantity,
        LocalDate plannedStart,
        String lifecycle) {
    private static final Set<String> NOT_STARTED =
            Set.of("CREATED", "PARTIALLY_RELEASED", "RELEASED");

    public boolean isStarted() {
        return !NOT_STARTED.contains(lifecycle);
    }

    public boolean isCreated() {
        return lifecycle.equals("CREATED");
    }
}
