package dev.interlock.system.acknowledgement.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.acknowledgement.Acknowledgement.Response;
import dev.interlock.system.acknowledgement.Acknowledgement.State;
import dev.interlock.system.purchase.LineChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line's answer that may stand, and what it does to the order's line.
sealed interface Answer {
    int line();

    Response response();

    @Nullable String reason();

    State state();

    LineChange change();

    /// The supplier delivers: `base` is the quantity in the item's base unit.
    record Delivers(
            int line,
            Response response,
            Quantity quantity,
            BigDecimal base,
            LocalDate on,
            @Nullable String reason)
            implements Answer {
        @Override
        public State state() {
            return response.isChange() ? State.AWAITING_DECISION : State.ACCEPTED;
        }

        @Override
        public LineChange change() {
            return response.isChange()
                    ? new LineChange.Awaiting(line)
                    : new LineChange.Confirmed(line, quantity.value(), base, on);
        }
    }

    /// The supplier does not.
    record Rejects(int line, String reason) implements Answer {
        @Override
        public Response response() {
            return Response.REJECT;
        }

        @Override
        public State state() {
            return State.REJECTED;
        }

        @Override
        public LineChange change() {
            return new LineChange.Rejected(line);
        }
    }
}
