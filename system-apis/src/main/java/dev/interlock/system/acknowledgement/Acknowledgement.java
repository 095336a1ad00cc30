package dev.interlock.system.acknowledgement;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a supplier has answered to lines of a purchase order, and what became of it.
public record Acknowledgement(
        String acknowledgementId,
        String orderNumber,
        List<Line> lines,
        Instant respondedAt,
        long version)
        implements Versioned {
    public Acknowledgement {
        lines = List.copyOf(lines);
    }

    /// The answers of X12 855. Everything but ACCEPT and REJECT is a change that the buyer decides.
    @Schema(name = "AcknowledgementResponse")
    public enum Response {
        ACCEPT,
        ACCEPT_WITH_CHANGE,
        BACKORDER,
        RESCHEDULE,
        REJECT;

        public boolean isChange() {
            return this == ACCEPT_WITH_CHANGE || this == BACKORDER || this == RESCHEDULE;
        }
    }

    /// What became of an answer. LAPSED is a change that nobody decided before the order ended.
    @Schema(name = "AcknowledgementState")
    public enum State {
        ACCEPTED,
        AWAITING_DECISION,
        REJECTED,
        CHANGE_ACCEPTED,
        CHANGE_REFUSED,
        LAPSED
    }

    /// Quantity and day are what the supplier will deliver, also where it only said ACCEPT.
    @Schema(name = "AcknowledgementLine")
    public record Line(
            int line,
            Response response,
            @Nullable Quantity quantity,
            @Nullable LocalDate deliveryOn,
            @Nullable String reason,
            State state,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}
}
