package dev.interlock.system.inventory;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which movements a list is to show.
public record MovementQuery(
        @QueryParam("itemId") @BusinessId @Nullable String itemId,
        @QueryParam("plant") @BusinessId @Nullable String plant,
        @QueryParam("lot") @BusinessId @Nullable String lot,
        @QueryParam("orderNumber") @BusinessId @Nullable String orderNumber,
        @QueryParam("purchaseOrderNumber") @BusinessId @Nullable String purchaseOrderNumber,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
