package dev.interlock.system.purchase;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which purchase orders a list is to show; of several statuses any.
public record PurchaseOrderQuery(
        @QueryParam("supplierId") @BusinessId @Nullable String supplierId,
        @QueryParam("itemId") @BusinessId @Nullable String itemId,
        @QueryParam("status") List<PurchaseOrder.Status> status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
