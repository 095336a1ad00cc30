package dev.interlock.system.correctiveaction;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which corrective actions a list is to show.
public record CorrectiveActionQuery(
        @QueryParam("supplierId") @BusinessId @Nullable String supplierId,
        @QueryParam("nonconformanceId") @BusinessId @Nullable String nonconformanceId,
        @QueryParam("status") @Nullable Status status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
