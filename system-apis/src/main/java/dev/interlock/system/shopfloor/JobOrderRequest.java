package dev.interlock.system.shopfloor;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.vendor.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/// What the MES of the plant shall be ready to make.
public record JobOrderRequest(
        @NotNull @Pattern(regexp = Id.SHAPE) String plant,
        @NotNull @Pattern(regexp = Id.SHAPE) String itemId,
        @NotNull @Pattern(regexp = Id.SHAPE) String revision,
        @NotNull @Valid Quantity quantity,
        @NotNull LocalDate plannedStart,
        @NotNull LocalDate plannedEnd) {

    JobOrder toJobOrder(String orderNumber, String reference) {
        return new JobOrder(
                orderNumber,
                plant,
                itemId,
                revision,
                quantity,
                plannedStart,
                plannedEnd,
                JobState.NOT_ALLOWED_TO_START,
                reference);
    }
}
