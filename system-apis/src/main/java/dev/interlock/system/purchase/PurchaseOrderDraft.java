package dev.interlock.system.purchase;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import dev.interlock.system.master.Sorted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a caller says to order from a supplier. Without a number the ERP gives one.
public record PurchaseOrderDraft(
        @BusinessId @Nullable String orderNumber,
        @NotNull @BusinessId String supplierId,
        @NotNull @BusinessId String plant,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Plausible LocalDate orderedOn,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines) {
    public PurchaseOrderDraft {
        lines = Sorted.by(lines, Line::line);
    }

    @Schema(name = "PurchaseOrderDraftLine")
    public record Line(
            @NotNull @Min(1) @Max(99999) Integer line,
            @NotNull @BusinessId String itemId,
            @Size(min = 1, max = 40) @Nullable String supplierItemId,
            @BusinessId @Nullable String revision,
            @NotNull @Valid Quantity quantity,
            @NotNull @Plausible LocalDate requestedOn,
            @Valid @Nullable Money price) {}
}
