package dev.interlock.system.order;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.system.master.BusinessId;
import dev.interlock.system.master.Plausible;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which production orders a list is to show; of several life cycles any. Of a phantom an order
/// holds only what it is made of.
public record ProductionOrderQuery(
        @QueryParam("itemId") @BusinessId @Nullable String itemId,
        @QueryParam("revision") @BusinessId @Nullable String revision,
        @QueryParam("plant") @BusinessId @Nullable String plant,
        @QueryParam("lifecycle") List<Lifecycle> lifecycle,
        @QueryParam("plannedStart") @Plausible @Nullable LocalDate plannedStart,
        @QueryParam("parentOrderNumber") @BusinessId @Nullable String parentOrderNumber,
        @QueryParam("componentId") @BusinessId @Nullable String componentId,
        @QueryParam("phantomId") @BusinessId @Nullable String phantomId,
        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {}
