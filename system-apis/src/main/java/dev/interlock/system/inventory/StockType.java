package dev.interlock.system.inventory;

/// What stock may be used for: unrestricted may be consumed, stock in inspection is planned with,
/// blocked stock is neither.
public enum StockType {
    UNRESTRICTED,
    QUALITY_INSPECTION,
    BLOCKED,
    RETURNS,
    IN_TRANSIT
}
