package dev.interlock.partner.supplier;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.interlock.platform.json.DecimalText;
import dev.interlock.platform.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A purchase order as its supplier knows it: in the supplier's own item numbers, without anything
/// of the plant. `state` says how far a line is.
public record PurchaseOrder(
        String orderNumber,
        String status,
        @Nullable String currency,
        @Nullable LocalDate orderedOn,
        List<Line> lines) {

    public record Line(
            int line,
            @Nullable String supplierItemId,
            @Nullable String revision,
            Quantity quantity,
            @Nullable Quantity confirmed,
            @Nullable Quantity shipped,
            @Nullable Quantity received,
            @Nullable LocalDate requestedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable Price price,
            @Nullable String state) {}

    /// Per unit of the line.
    public record Price(
            @JsonDeserialize(using = DecimalText.Reader.class)
                    @JsonSerialize(using = DecimalText.Writer.class)
                    @Schema(implementation = String.class, description = "A decimal as text")
                    BigDecimal amount,
            String currency) {}
}
