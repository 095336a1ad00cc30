package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who supplies an item.
public final class Purchasing {
    private Purchasing() {}

    public record ItemSupplier(
            String supplierId, String supplierItemId, boolean preferred, String status) {}

    public record PurchaseOrder(
            String orderNumber, String supplierId, String plant, String status, List<Line> lines) {
        private static final Set<String> OVER =
                Set.of("REJECTED", "RECEIVED", "CLOSED", "CANCELLED");

        public boolean isOpen() {
            return !OVER.contains(status);
        }
    }

    public record Line(
            int line,
            String itemId,
            Quantity quantity,
            @Nullable Quantity shipped,
            @Nullable Quantity received) {}
}
