package dev.interlock.system.qualitystatus;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which quality statuses a list is to show.
public record QualityStatusQuery(
        @QueryParam("supplierId") @BusinessId @Nullable String supplierId,
        @QueryParam("itemId") @BusinessId @Nullable String itemId,
        @QueryParam("lot") @BusinessId @Nullable String lot,
        @QueryParam("status") QualityStatus.@Nullable Standing status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
