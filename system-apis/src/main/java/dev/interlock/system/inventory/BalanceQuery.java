package dev.interlock.system.inventory;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which balances a list is to show.
public record BalanceQuery(
        @QueryParam("itemId") @BusinessId @Nullable String itemId,
        @QueryParam("plant") @BusinessId @Nullable String plant,
        @QueryParam("location") @BusinessId @Nullable String location,
        @QueryParam("lot") @BusinessId @Nullable String lot,
        @QueryParam("stockType") @Nullable StockType stockType,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
