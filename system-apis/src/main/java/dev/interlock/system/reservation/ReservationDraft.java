package dev.interlock.system.reservation;

import dev.interlock.system.master.BusinessId;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// For which order to reserve: its components say what, how much and when. `despite` names what
/// somebody has decided to live with.
public record ReservationDraft(
        @NotNull @BusinessId String orderNumber, @Nullable Set<@NotNull Despite> despite) {
    public boolean accepts(Despite lack) {
        return despite != null && despite.contains(lack);
    }

    @Schema(
            name = "ReservationDespite",
            description =
                    """
                    SHORTAGE: what is there on its day is reserved, and no more. HOLD: an assigned lot may be on hold; it is \
                    still not to be consumed before the hold is released.\
                    """)
    public enum Despite {
        SHORTAGE,
        HOLD
    }
}
