package dev.interlock.system.confirmation;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which confirmations of an order a list is to show.
public record ConfirmationQuery(
        @QueryParam("operation") @Nullable Integer operation,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
