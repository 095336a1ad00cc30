package dev.interlock.system.hold;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Between check and effect no hold appears: who consumes, reserves or releases passes together,
/// who places a hold waits until they are through and lets nobody in before it stands. Taken before
/// any other lock, until the end of the transaction.
@ApplicationScoped
public class HoldGate {
    private static final String PASS =
            "SELECT pg_advisory_xact_lock_shared(hashtextextended('hold', 2))";
    private static final String CLOSE = "SELECT pg_advisory_xact_lock(hashtextextended('hold', 2))";

    private static final String ORDER_HELD =
            """
            SELECT EXISTS (SELECT FROM hold
                            WHERE status = 'ACTIVE' AND scope = 'ORDER' AND target = :order
                              AND CASE :effect WHEN 'consume' THEN consume ELSE release END)
            """;

    private static final String SHIPPING_HELD =
            """
            SELECT EXISTS (SELECT FROM hold
                            WHERE status = 'ACTIVE' AND ship
                              AND (scope = 'SUPPLIER' AND target = :supplier
                                   OR scope = 'ORDER' AND target = :order
                                   OR scope = 'ITEM' AND target = :item
                                   OR scope = 'LOT' AND target = :item || '/' || CAST(:lot AS text)))
            """;

    public void pass(Handle handle) {
        handle.createQuery(PASS).mapTo(String.class).findOne();
    }

    public void close(Handle handle) {
        handle.createQuery(CLOSE).mapTo(String.class).findOne();
    }

    public boolean keepsFromConsuming(Handle handle, String orderNumber) {
        return held(handle, orderNumber, "consume");
    }

    public boolean keepsFromRelease(Handle handle, String orderNumber) {
        return held(handle, orderNumber, "release");
    }

    /// Whether the supplier, the purchase order, the item or the lot must not be shipped.
    public boolean keepsFromShipping(
            Handle handle,
            String supplierId,
            String orderNumber,
            String itemId,
            @Nullable String lot) {
        return handle.createQuery(SHIPPING_HELD)
                .bind("supplier", supplierId)
                .bind("order", orderNumber)
                .bind("item", itemId)
                .bind("lot", lot)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean held(Handle handle, String orderNumber, String effect) {
        return handle.createQuery(ORDER_HELD)
                .bind("order", orderNumber)
                .bind("effect", effect)
                .mapTo(Boolean.class)
                .one();
    }
}
