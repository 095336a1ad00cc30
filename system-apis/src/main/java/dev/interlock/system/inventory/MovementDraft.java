package dev.interlock.system.inventory;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// What a caller says to move stock, in any unit of the item.
public record MovementDraft(
        @NotNull Movement.Type type,
        @NotNull @BusinessId String itemId,
        @NotNull @BusinessId String plant,
        @Valid @Nullable Place from,
        @Valid @Nullable Place to,
        @BusinessId @Nullable String lot,
        @NotNull @Valid Quantity quantity,
        @BusinessId @Nullable String orderNumber,
        @BusinessId @Nullable String purchaseOrderNumber,
        @Code @Nullable String reasonCode) {}
