package dev.interlock.system.order;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import dev.interlock.system.master.Ids;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/// Sales orders.
@Path("/system/v1/sales-orders/{salesOrderNumber}")
@Tag(name = "Sales orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SalesOrdersResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    SalesOrdersResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("order:read")
    @Operation(summary = "Read a sales order")
    public RestResponse<SalesOrder> get(@PathParam("salesOrderNumber") String number) {
        return Answers.of(
                erp.of(SalesOrders.class).salesOrder(number, caller.sight()),
                "sales order",
                number);
    }

    @PUT
    @PermissionsAllowed("order:write")
    @Operation(summary = "Create or change a sales order")
    @APIResponseSchema(value = SalesOrder.class, responseCode = "200")
    public Response put(
            @PathParam("salesOrderNumber") String number,
            SalesOrder.Draft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "sales-order-put",
                erp.of(SalesOrders.class).put(Ids.path("sales order", number), draft, ifMatch));
    }
}
