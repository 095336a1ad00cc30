package dev.interlock.system.purchase;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What has been ordered from a supplier, and how far it has come.
public record PurchaseOrder(
        String orderNumber,
        String supplierId,
        String plant,
        String currency,
        LocalDate orderedOn,
        Status status,
        List<Line> lines,
        long version)
        implements Versioned {
    @Schema(name = "PurchaseOrderStatus")
    public enum Status {
        ORDERED,
        PARTIALLY_CONFIRMED,
        CONFIRMED,
        CHANGE_REQUESTED,
        REJECTED,
        PARTIALLY_SHIPPED,
        SHIPPED,
        PARTIALLY_RECEIVED,
        RECEIVED,
        CLOSED,
        CANCELLED
    }

    @Schema(name = "PurchaseOrderLine")
    public record Line(
            int line,
            String itemId,
            @Nullable String supplierItemId,
            @Nullable String revision,
            Quantity quantity,
            Quantity confirmed,
            Quantity shipped,
            Quantity received,
            LocalDate requestedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable Money price) {}
}
