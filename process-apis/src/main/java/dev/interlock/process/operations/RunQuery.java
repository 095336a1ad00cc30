package dev.interlock.process.operations;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.process.run.RunState;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which runs a list is to show; everything that is given must hold.
public record RunQuery(
        @QueryParam("process") @Size(max = 40) @Nullable String process,
        @QueryParam("state") @Parameter(description = "As the ledger calls it")
                @Nullable RunState state,
        @QueryParam("status")
                @Size(max = 40)
                @Parameter(description = "As the process calls it: `INCOMPLETE`, `RELEASED`")
                @Nullable String status,
        @QueryParam("changeNumber") @Size(max = 40) @Nullable String changeNumber,
        @QueryParam("itemId") @Size(max = 40) @Nullable String itemId,
        @QueryParam("revision") @Size(max = 40) @Parameter(description = "Together with itemId")
                @Nullable String revision,
        @QueryParam("orderNumber") @Size(max = 40) @Nullable String orderNumber,
        @QueryParam("lot") @Size(max = 80) @Nullable String lot,
        @QueryParam("supplierId") @Size(max = 40) @Nullable String supplierId,
        @QueryParam("plant") @Size(max = 40) @Nullable String plant,
        @QueryParam("correlationId") @Size(max = 64) @Nullable String correlationId,
        @QueryParam("changedSince")
                @Parameter(description = "Makes the list a feed, the oldest change first")
                @Nullable Instant changedSince,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {

    BusinessKeys about() {
        return new BusinessKeys(
                changeNumber, itemId, revision, orderNumber, lot, supplierId, plant);
    }
}
