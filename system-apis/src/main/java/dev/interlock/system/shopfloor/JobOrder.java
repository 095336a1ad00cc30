package dev.interlock.system.shopfloor;

import dev.interlock.platform.quantity.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A production order as a plant's MES has it. `reference` names the run that stored it.
public record JobOrder(
        String orderNumber,
        String plant,
        String itemId,
        String revision,
        Quantity quantity,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedEnd,
        JobState state,
        @Nullable String reference) {

    /// The same work for the same run, in whatever state.
    boolean isFor(JobOrder wanted) {
        return itemId.equals(wanted.itemId)
                && revision.equals(wanted.revision)
                && quantity.unit().equals(wanted.quantity.unit())
                && quantity.value().compareTo(wanted.quantity.value()) == 0
                && wanted.reference != null
                && wanted.reference.equals(reference);
    }
}
