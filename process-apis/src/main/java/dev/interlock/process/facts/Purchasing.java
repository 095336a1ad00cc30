package dev.interlock.process.facts;

import java.util.List;

/// Who supplies an item.
public final class Purchasing {
    private Purchasing() {}

    public record ItemSupplier(
            String supplierId, String supplierItemId, boolean preferred, String status) {}

    public record PurchaseOrder(
            String orderNumber, String supplierId, String status, List<Line> lines) {}

    public record Line(String itemId) {}
}
