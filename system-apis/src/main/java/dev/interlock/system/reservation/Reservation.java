package dev.interlock.system.reservation;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an order has been promised: one for an order at a time, all of its lines or nothing unless
/// a shortage was accepted, cancelled as a whole.
public record Reservation(
        String reservationId,
        String orderNumber,
        String plant,
        List<Line> lines,
        Status status,
        @Nullable String cancelReason,
        long version)
        implements Versioned {
    @Schema(name = "ReservationStatus")
    public enum Status {
        OPEN,
        CONSUMED,
        CANCELLED
    }

    @Schema(name = "ReservationLine")
    public record Line(
            int position,
            String itemId,
            Quantity quantity,
            LocalDate requiredOn,
            Quantity consumed) {}
}
