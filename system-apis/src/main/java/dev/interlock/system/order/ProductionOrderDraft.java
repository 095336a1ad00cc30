package dev.interlock.system.order;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Code;
import dev.interlock.system.master.Consistent;
import dev.interlock.system.master.Plausible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a caller says to have something made. Without a number the ERP gives one.
@Consistent(message = "must not end before it starts")
public record ProductionOrderDraft(
        @BusinessId @Nullable String orderNumber,
        @NotNull @Code String orderType,
        @NotNull @BusinessId String plant,
        @NotNull @BusinessId String itemId,
        @NotNull @BusinessId String revision,
        @NotNull @Valid Quantity quantity,
        @NotNull @Plausible LocalDate plannedStart,
        @NotNull @Plausible LocalDate plannedEnd,
        @BusinessId @Nullable String salesOrderNumber,
        @Size(min = 1, max = 40) @Nullable String settlementRule,
        @BusinessId @Nullable String parentOrderNumber)
        implements Consistent.Whole {
    @Override
    public boolean fitsTogether() {
        return plannedStart == null || plannedEnd == null || !plannedEnd.isBefore(plannedStart);
    }
}
