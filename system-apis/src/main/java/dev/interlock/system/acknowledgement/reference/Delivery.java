package dev.interlock.system.acknowledgement.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.acknowledgement.Acknowledgement.Response;
import dev.interlock.system.acknowledgement.Acknowledgement.State;
import dev.interlock.system.purchase.LineChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The supplier delivers, as ordered or otherwise; `base` is the quantity in the item's base unit.
record Delivery(
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
