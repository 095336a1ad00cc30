package dev.interlock.partner.supplier;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A supplier's purchase orders.
@Path("/partner/v1/purchase-orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Purchase orders")
@Extension(name = "x-smallrye-profile-supplier", value = "")
public class PurchaseOrdersResource {
    private final Below below;

    PurchaseOrdersResource(Below below) {
        this.below = below;
    }

    /// The page of the tier below, read for the fields that a supplier sees.
    record Orders(List<PurchaseOrder> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("supplier:orders")
    @Operation(operationId = "listPurchaseOrders", summary = "The supplier's own orders")
    public Page<PurchaseOrder> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        return below.system(
                        "/purchase-orders"
                                + Below.page(limit, cursor == null ? null : cursor.toString()),
                        Orders.class)
                .map(page -> new Page<>(page.items(), page.nextCursor()))
                .orElseGet(() -> Page.whole(List.of()));
    }

    @GET
    @Path("/{orderNumber}")
    @PermissionsAllowed("supplier:orders")
    @Operation(
            operationId = "getPurchaseOrder",
            summary = "One order; another supplier's answers as unknown")
    public PurchaseOrder get(@PathParam("orderNumber") String orderNumber) {
        return below.system("/purchase-orders/" + Call.encode(orderNumber), PurchaseOrder.class)
                .orElseThrow(() -> new NotFound("purchase order", orderNumber));
    }
}
