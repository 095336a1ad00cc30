package dev.interlock.system.order;

/// How far a production order has come.
public enum Lifecycle {
    CREATED,
    PARTIALLY_RELEASED,
    RELEASED,
    IN_PROCESS,
    CONFIRMED,
    DELIVERED,
    TECHNICALLY_COMPLETED,
    CLOSED,
    CANCELLED
}
