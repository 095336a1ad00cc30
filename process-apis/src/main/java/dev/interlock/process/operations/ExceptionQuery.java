package dev.interlock.process.operations;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.process.run.ExceptionItem.Cause;
import dev.interlock.process.run.ExceptionSearch;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which exceptions a list is to show; everything that is given must hold.
public record ExceptionQuery(
        @QueryParam("open") @Parameter(description = "Without: open and closed ones")
                @Nullable Boolean open,
        @QueryParam("cause") @Nullable Cause cause,
        @QueryParam("process") @Size(max = 40) @Nullable String process,
        @QueryParam("target")
                @Size(max = 40)
                @Parameter(description = "`MES`, or `MES:2000` for one plant")
                @Nullable String target,
        @QueryParam("openedBefore") @Parameter(description = "Those that are older")
                @Nullable Instant openedBefore,
        @QueryParam("changeNumber") @Size(max = 40) @Nullable String changeNumber,
        @QueryParam("itemId") @Size(max = 40) @Nullable String itemId,
        @QueryParam("revision") @Size(max = 40) @Parameter(description = "Together with itemId")
                @Nullable String revision,
        @QueryParam("orderNumber") @Size(max = 40) @Nullable String orderNumber,
        @QueryParam("lot") @Size(max = 80) @Nullable String lot,
        @QueryParam("supplierId") @Size(max = 40) @Nullable String supplierId,
        @QueryParam("plant") @Size(max = 40) @Nullable String plant,
        @QueryParam("correlationId") @Size(max = 64) @Nullable String correlationId,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {

    BusinessKeys about() {
        return new BusinessKeys(
                changeNumber, itemId, revision, orderNumber, lot, supplierId, plant);
    }

    ExceptionSearch search() {
        return new ExceptionSearch(
                open, cause, process, target, openedBefore, correlationId, about().searchKeys());
    }
}
