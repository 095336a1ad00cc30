package dev.interlock.system.purchase;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Versioned;
import java.time.LocalDate;
import java.util.Collection;
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
        CANCELLED;

        /// Those of an order that is not over.
        public static final List<Status> OPEN =
                List.of(
                        ORDERED,
                        PARTIALLY_CONFIRMED,
                        CONFIRMED,
                        CHANGE_REQUESTED,
                        PARTIALLY_SHIPPED,
                        SHIPPED,
                        PARTIALLY_RECEIVED);

        /// How far an order is that nobody has ended, by its lines. A rejected line no longer
        /// counts, unless all are; a change that waits for the buyer goes before everything; after
        /// that the furthest thing that has happened to any line is said, and said without
        /// PARTIALLY when it has happened to all.
        public static Status of(Collection<LineState> lines) {
            var live = lines.stream().filter(line -> line != LineState.REJECTED).toList();
            if (live.isEmpty()) {
                return REJECTED;
            }
            if (live.contains(LineState.AWAITING_DECISION)) {
                return CHANGE_REQUESTED;
            }
            if (live.stream().anyMatch(LineState::isReceivedInPart)) {
                return all(live, LineState.RECEIVED) ? RECEIVED : PARTIALLY_RECEIVED;
            }
            if (live.stream().anyMatch(LineState::isShippedInPart)) {
                return all(live, LineState.SHIPPED) ? SHIPPED : PARTIALLY_SHIPPED;
            }
            if (live.contains(LineState.CONFIRMED)) {
                return all(live, LineState.CONFIRMED) ? CONFIRMED : PARTIALLY_CONFIRMED;
            }
            return ORDERED;
        }

        private static boolean all(Collection<LineState> lines, LineState state) {
            return lines.stream().allMatch(state::equals);
        }
    }

    /// How far one line is. Confirmed, shipped and received are measured against what has been
    /// agreed: the confirmed quantity, or the ordered one while nothing is confirmed.
    @Schema(name = "PurchaseOrderLineState")
    public enum LineState {
        ORDERED,
        AWAITING_DECISION,
        CONFIRMED,
        REJECTED,
        PARTIALLY_SHIPPED,
        SHIPPED,
        PARTIALLY_RECEIVED,
        RECEIVED;

        boolean isReceivedInPart() {
            return this == PARTIALLY_RECEIVED || this == RECEIVED;
        }

        boolean isShippedInPart() {
            return this == PARTIALLY_SHIPPED || this == SHIPPED;
        }
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
            @Nullable Money price,
            LineState state) {}
}
