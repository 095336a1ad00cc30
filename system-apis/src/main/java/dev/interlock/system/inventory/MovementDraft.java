package dev.interlock.system.inventory;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
        @Min(1) @Nullable Integer purchaseOrderLine,
        @Code @Nullable String reasonCode) {

    /// A movement that is for no particular line of a purchase order.
    public MovementDraft(
            Movement.Type type,
            String itemId,
            String plant,
            @Nullable Place from,
            @Nullable Place to,
            @Nullable String lot,
            Quantity quantity,
            @Nullable String orderNumber,
            @Nullable String purchaseOrderNumber,
            @Nullable String reasonCode) {
        this(
                type,
                itemId,
                plant,
                from,
                to,
                lot,
                quantity,
                orderNumber,
                purchaseOrderNumber,
                null,
                reasonCode);
    }
}
