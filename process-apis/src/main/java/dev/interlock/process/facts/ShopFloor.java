package dev.interlock.process.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the MES knows.
public final class ShopFloor {
    private ShopFloor() {}

    /// `reference` names the run that stored the job order.
    public record JobOrder(
            String orderNumber, @Nullable String state, @Nullable String reference) {}

    /// How a revision is made.
    public record Master(
            String itemId, String revision, List<Component> bom, List<Step> operations) {
        /// A list that is left out is empty.
        public Master {
            bom = LeftOut.orEmpty(bom);
            operations = LeftOut.orEmpty(operations);
        }
    }

    public record Component(String componentId) {}

    public record Step(int number, String workCenterId) {}
}
