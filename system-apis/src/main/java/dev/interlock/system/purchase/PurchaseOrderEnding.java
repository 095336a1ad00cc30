package dev.interlock.system.purchase;

import static dev.interlock.system.purchase.PurchaseOrder.Status.CANCELLED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.CHANGE_REQUESTED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.CLOSED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.CONFIRMED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.ORDERED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.PARTIALLY_CONFIRMED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.PARTIALLY_RECEIVED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.PARTIALLY_SHIPPED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.RECEIVED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.REJECTED;
import static dev.interlock.system.purchase.PurchaseOrder.Status.SHIPPED;

import dev.interlock.system.purchase.PurchaseOrder.Status;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How the buyer ends a purchase order.
public sealed interface PurchaseOrderEnding {
    Status status();

    /// The states it is possible in, by what has been shipped and received.
    List<Status> allowed();

    @Nullable String reason();

    /// Nothing has been shipped or received, and nothing shall be.
    @Schema(name = "PurchaseOrderCancellation")
    record Cancellation(@Size(min = 1, max = 500) @Nullable String reason)
            implements PurchaseOrderEnding {
        @Override
        public Status status() {
            return CANCELLED;
        }

        @Override
        public List<Status> allowed() {
            return List.of(ORDERED, PARTIALLY_CONFIRMED, CONFIRMED, CHANGE_REQUESTED);
        }
    }

    /// What has not come by now is no longer wanted.
    @Schema(name = "PurchaseOrderClosure")
    record Closure(@Size(min = 1, max = 500) @Nullable String reason)
            implements PurchaseOrderEnding {
        @Override
        public Status status() {
            return CLOSED;
        }

        @Override
        public List<Status> allowed() {
            return List.of(PARTIALLY_SHIPPED, SHIPPED, PARTIALLY_RECEIVED, RECEIVED, REJECTED);
        }
    }
}
