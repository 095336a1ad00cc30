package dev.interlock.partner.supplier;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Paging;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    @GET
    @PermissionsAllowed("supplier:orders")
    @Operation(operationId = "listPurchaseOrders", summary = "The supplier's own orders")
    public Page<PurchaseOrder> list(@BeanParam Paging paging) {
        return below.list(
                Place.system("purchase orders", "", "purchase-orders"),
                paging,
                PurchaseOrder.class);
    }

    @GET
    @Path("/{orderNumber}")
    @PermissionsAllowed("supplier:orders")
    @Operation(
            operationId = "getPurchaseOrder",
            summary = "One order; another supplier's answers as unknown")
    @APIResponseSchema(PurchaseOrder.class)
    public Response get(@PathParam("orderNumber") String orderNumber) {
        return below.read(
                Place.system("purchase order", orderNumber, "purchase-orders", orderNumber),
                PurchaseOrder.class);
    }
}
