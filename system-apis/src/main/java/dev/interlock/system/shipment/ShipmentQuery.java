package dev.interlock.system.shipment;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which shipments a list is to show.
public record ShipmentQuery(
        @QueryParam("supplierId") @BusinessId @Nullable String supplierId,
        @QueryParam("orderNumber") @BusinessId @Nullable String orderNumber,
        @QueryParam("status") Shipment.@Nullable Status status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
