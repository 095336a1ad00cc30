package dev.interlock.partner.below;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which page of a list.
public record Paging(
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {
    String query() {
        return "?limit="
                + limit.value()
                + (cursor == null ? "" : "&cursor=" + Call.encode(cursor.toString()));
    }
}
