package dev.interlock.partner.supplier;

import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier has answered to lines of an order, and what became of it.
public record Acknowledgement(
        String acknowledgementId, String orderNumber, List<Line> lines, Instant respondedAt) {
    public Acknowledgement {
        lines = List.copyOf(lines);
    }

    /// `state` is ACCEPTED, AWAITING_DECISION, REJECTED, CHANGE_ACCEPTED, CHANGE_REFUSED or LAPSED.
    @Schema(name = "AcknowledgementLine")
    public record Line(
            int line,
            String response,
            @Nullable Quantity quantity,
            @Nullable LocalDate deliveryOn,
            @Nullable String reason,
            String state,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}
}
