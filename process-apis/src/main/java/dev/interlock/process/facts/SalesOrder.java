package dev.interlock.process.facts;

/// The customer order that a production order serves.
public record SalesOrder(String salesOrderNumber, String customer, String status) {
    public boolean isOpen() {
        return status.equals("OPEN");
    }
}
