package dev.interlock.system.order;

import java.util.List;

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
    CANCELLED;

    /// Those of an order that is not over.
    public static final List<Lifecycle> IN_FLIGHT =
            List.of(CREATED, PARTIALLY_RELEASED, RELEASED, IN_PROCESS, CONFIRMED);
}
