package dev.interlock.process.facts;

import org.jspecify.annotations.Nullable;

/// What the MES knows.
public final class ShopFloor {
    private ShopFloor() {}

    /// `reference` names the run that stored the job order.
    public record JobOrder(
            String orderNumber, @Nullable String state, @Nullable String reference) {}

    public record Master(String itemId, String revision) {}
}
