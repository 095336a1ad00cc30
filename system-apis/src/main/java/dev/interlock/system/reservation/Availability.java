package dev.interlock.system.reservation;

import dev.interlock.platform.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can be promised of what is needed. `confirmedOn` is the first day on which all of it can be
/// had, after the lines before it; `inInspection` is not counted, it says what the release of
/// inspection stock would cover.
public record Availability(
        String itemId,
        String plant,
        Quantity requiredQuantity,
        LocalDate requiredOn,
        Quantity confirmedQuantity,
        @Nullable LocalDate confirmedOn,
        Quantity shortage,
        Source source,
        Quantity inInspection) {
    @Schema(name = "AvailabilitySource")
    public enum Source {
        STOCK,
        RECEIPT,
        NONE
    }

    /// One for each line asked, in its order.
    @Schema(name = "AvailabilityAnswer")
    public record Answer(List<Availability> lines) {}

    /// The same of an order, and which of its lots others have reserved with.
    public record Prospect(List<Availability> lines, List<PromisedLot> promisedLots) {
        public static final Prospect NOTHING_NEEDED = new Prospect(List.of(), List.of());
    }
}
