package dev.interlock.system.purchase;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Purchase orders.
@Path("/system/v1/purchase-orders")
@Tag(name = "Purchase orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PurchaseOrdersResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    PurchaseOrdersResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("order:read")
    @Operation(summary = "List purchase orders")
    public Page<PurchaseOrder> list(@BeanParam @Valid PurchaseOrderQuery query) {
        return erp.of(PurchaseOrders.class).orders(query, caller.sight());
    }

    @GET
    @Path("/{orderNumber}")
    @PermissionsAllowed("order:read")
    @Operation(summary = "Read a purchase order")
    public RestResponse<PurchaseOrder> get(@PathParam("orderNumber") String orderNumber) {
        return Answers.of(
                erp.of(PurchaseOrders.class).order(orderNumber, caller.sight()),
                "purchase order",
                orderNumber);
    }

    @POST
    @PermissionsAllowed("order:write")
    @Operation(summary = "Order from a supplier")
    @APIResponseSchema(value = PurchaseOrder.class, responseCode = "201")
    public Response create(PurchaseOrderDraft draft) {
        return effects.perform(
                "purchase-order-create",
                erp.of(PurchaseOrders.class, draft.plant()).create(draft, caller.sight()));
    }

    @POST
    @Path("/{orderNumber}/cancellations")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Cancel an order of which nothing has been shipped or received")
    @APIResponseSchema(value = PurchaseOrder.class, responseCode = "200")
    public Response cancel(
            @PathParam("orderNumber") String orderNumber,
            PurchaseOrderEnding.Cancellation cancellation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "purchase-order-cancellations",
                erp.of(PurchaseOrders.class)
                        .end(orderNumber, cancellation, ifMatch, caller.sight()));
    }

    @POST
    @Path("/{orderNumber}/closures")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Close an order: what has not come is no longer wanted")
    @APIResponseSchema(value = PurchaseOrder.class, responseCode = "200")
    public Response close(
            @PathParam("orderNumber") String orderNumber,
            PurchaseOrderEnding.Closure closure,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "purchase-order-closures",
                erp.of(PurchaseOrders.class).end(orderNumber, closure, ifMatch, caller.sight()));
    }
}
