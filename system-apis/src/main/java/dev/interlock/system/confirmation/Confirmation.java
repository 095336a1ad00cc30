package dev.interlock.system.confirmation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interlock.platform.quantity.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operation of a production order has made, in the item's base unit. `externalId` is the
/// MES's own number for it; `movements` are what it took out of stock and brought in.
public record Confirmation(
        String confirmationId,
        String orderNumber,
        int operation,
        Quantity yield,
        Quantity scrap,
        Quantity rework,
        @Nullable String reasonCode,
        @JsonProperty("final") boolean last,
        Instant startedAt,
        Instant endedAt,
        List<String> movements,
        String externalId) {
    public Confirmation {
        movements = List.copyOf(movements);
    }
}
