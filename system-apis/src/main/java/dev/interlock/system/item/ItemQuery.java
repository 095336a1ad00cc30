package dev.interlock.system.item;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Code;
import dev.interlock.system.master.Plausible;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which items a list is to show. With `changedSince` the list is a feed: its `nextCursor` never
/// ends, and what is committed late still comes behind it.
public record ItemQuery(
        @QueryParam("type") Item.@Nullable Type type,
        @QueryParam("usageStatus") @Code @Nullable String usageStatus,
        @QueryParam("plant") @BusinessId @Nullable String plant,
        @QueryParam("changedSince") @Plausible @Nullable Instant changedSince,
        @QueryParam("q") @Size(max = 100) @Parameter(description = "Part of id or description")
                @Nullable String q,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
