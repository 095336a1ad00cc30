package dev.interlock.system.acknowledgement.reference;

import dev.interlock.system.acknowledgement.Acknowledgement.Response;
import dev.interlock.system.acknowledgement.Acknowledgement.State;
import dev.interlock.system.purchase.LineChange;
import org.jspecify.annotations.Nullable;

/// One line's answer that may stand, and what it does to the order's line.
sealed interface Answer permits Delivery, Rejection {
    int line();

    Response response();

    @Nullable String reason();

    State state();

    LineChange change();
}
