package dev.interlock.system.reservation;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is needed, where and when. `forOrder` names an order whose own reservation does not stand
/// in its way, and whose flags say afterwards whether material is missing. Lines of the same item
/// compete: the first one takes first.
public record AvailabilityRequest(
        @NotNull @BusinessId String plant,
        @BusinessId @Nullable String forOrder,
        @NotEmpty @Size(max = 10000) List<@NotNull @Valid Line> lines) {
    @Schema(name = "AvailabilityRequestLine")
    public record Line(
            @NotNull @BusinessId String itemId,
            @NotNull @Valid Quantity quantity,
            @NotNull @Plausible LocalDate requiredOn) {}
}
