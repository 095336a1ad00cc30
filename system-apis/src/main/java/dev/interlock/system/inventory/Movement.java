package dev.interlock.system.inventory;

import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Stock that came, went or changed, in the item's base unit. A movement is never changed: a
/// correction is its reversal.
public record Movement(
        String movementId,
        Type type,
        String itemId,
        String plant,
        @Nullable Place from,
        @Nullable Place to,
        @Nullable String lot,
        Quantity quantity,
        @Nullable String orderNumber,
        @Nullable String purchaseOrderNumber,
        @Nullable Integer purchaseOrderLine,
        @Nullable String reasonCode,
        Instant postedAt,
        @Nullable String reversalOf) {
    @Schema(name = "MovementType")
    public enum Type {
        RECEIPT,
        ISSUE,
        RETURN,
        TRANSFER,
        SCRAP,
        STOCK_TYPE_CHANGE,
        ADJUSTMENT
    }
}
