package dev.interlock.system.notification;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Which notifications a list is to show.
public record NotificationQuery(
        @QueryParam("supplierId") @BusinessId @Nullable String supplierId,
        @QueryParam("severity") QualityNotification.@Nullable Severity severity,
        @QueryParam("status") QualityNotification.@Nullable Status status,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
