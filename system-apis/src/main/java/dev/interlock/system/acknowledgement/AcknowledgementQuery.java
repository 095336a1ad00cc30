package dev.interlock.system.acknowledgement;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which part of an order's acknowledgements a list is to show.
public record AcknowledgementQuery(
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
