package dev.interlock.process.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import dev.interlock.platform.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A production order in flight, as far as a change asks for it.
public record OpenOrder(
        String orderNumber,
        String plant,
        String itemId,
        String revision,
        Quantity quantity,
        LocalDate plannedStart,
        String lifecycle,
        @JsonProperty(access = Access.WRITE_ONLY) @Schema(hidden = true) List<Component> components,
        @JsonProperty(access = Access.WRITE_ONLY) @Schema(hidden = true)
                List<Operation> operations) {
    private static final Set<String> NOT_STARTED =
            Set.of("CREATED", "PARTIALLY_RELEASED", "RELEASED");

    /// Of orders that are not over.
    static final List<String> IN_FLIGHT =
            List.of("CREATED", "PARTIALLY_RELEASED", "RELEASED", "IN_PROCESS", "CONFIRMED");

    /// A list that is left out is empty.
    public OpenOrder {
        components = LeftOut.orEmpty(components);
        operations = LeftOut.orEmpty(operations);
    }

    public record Component(@Nullable Quantity issued) {}

    public record Operation(@Nullable String status) {}

    /// Goods may leave the stock for an order that ERP still calls released.
    public boolean isStarted() {
        return !NOT_STARTED.contains(lifecycle)
                || components.stream()
                        .map(Component::issued)
                        .anyMatch(issued -> issued != null && issued.isPositive())
                || operations.stream().map(Operation::status).anyMatch("CONFIRMED"::equals);
    }

    public boolean isCreated() {
        return lifecycle.equals("CREATED");
    }
}
