package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who supplies an item, what is ordered there and what is on its way.
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

        public boolean isShippedInPart(String itemId) {
            return lines.stream()
                    .filter(line -> line.itemId().equals(itemId))
                    .map(Line::shipped)
                    .anyMatch(shipped -> shipped != null && shipped.isPositive());
        }
    }

    /// What a supplier has sent.
    public record Shipment(String orderNumber, String plant, List<ShippedLine> lines) {}

    public record ShippedLine(String itemId, Quantity quantity) {}

    public record Line(
            int line,
            String itemId,
            Quantity quantity,
            @Nullable Quantity shipped,
            @Nullable Quantity received) {}
}
