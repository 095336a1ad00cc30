package dev.interlock.system.order;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which production orders a list is to show.
public record ProductionOrderQuery(
        @QueryParam("itemId") @BusinessId @Nullable String itemId,
        @QueryParam("revision") @BusinessId @Nullable String revision,
        @QueryParam("plant") @BusinessId @Nullable String plant,
        @QueryParam("lifecycle") @Nullable Lifecycle lifecycle,
        @QueryParam("plannedStart") @Plausible @Nullable LocalDate plannedStart,
        @QueryParam("parentOrderNumber") @BusinessId @Nullable String parentOrderNumber,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
