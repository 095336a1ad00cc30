package dev.interlock.system.reservation;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which reservations a list is to show.
public record ReservationQuery(
        @QueryParam("orderNumber") @BusinessId @Nullable String orderNumber,
        @QueryParam("status") Reservation.@Nullable Status status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
