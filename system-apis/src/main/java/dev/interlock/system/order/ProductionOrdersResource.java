package dev.interlock.system.order;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Production orders.
@Path("/system/v1/production-orders")
@Tag(name = "Production orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProductionOrdersResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    ProductionOrdersResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("order:read")
    @Operation(summary = "List production orders")
    public Page<ProductionOrder> list(@BeanParam @Valid ProductionOrderQuery query) {
        return erp.of(ProductionOrders.class).orders(query, caller.sight());
    }

    @GET
    @Path("/{orderNumber}")
    @PermissionsAllowed("order:read")
    @Operation(summary = "Read a production order")
    public RestResponse<ProductionOrder> get(@PathParam("orderNumber") String orderNumber) {
        return Answers.of(
                erp.of(ProductionOrders.class).order(orderNumber, caller.sight()),
                "production order",
                orderNumber);
    }

    @POST
    @PermissionsAllowed("order:write")
    @Operation(
            summary = "Create a production order, with the structure that its revision has today")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "201")
    public Response create(ProductionOrderDraft draft) {
        return effects.perform(
                "production-order-create",
                erp.of(ProductionOrders.class, draft.plant()).create(draft, caller.sight()));
    }
}
