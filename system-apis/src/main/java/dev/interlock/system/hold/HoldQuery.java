package dev.interlock.system.hold;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which holds a list is to show.
public record HoldQuery(
        @QueryParam("scope") Hold.@Nullable Scope scope,
        @QueryParam("target") @Size(max = 81) @Nullable String target,
        @QueryParam("status") Hold.@Nullable Status status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
