package dev.interlock.system.order;

import dev.interlock.system.master.Source;
import dev.interlock.system.master.Versioned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The customer order that a production order serves: a reference only.
public record SalesOrder(
        String salesOrderNumber, String customer, Status status, long version, List<Source> sources)
        implements Versioned {
    @Schema(name = "SalesOrderStatus")
    public enum Status {
        OPEN,
        ON_HOLD,
        CLOSED,
        CANCELLED
    }

    /// What a caller says of it.
    @Schema(name = "SalesOrderDraft")
    public record Draft(@NotBlank @Size(max = 100) String customer, @NotNull Status status) {}
}
