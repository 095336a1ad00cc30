package dev.interlock.system.order;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;

/// What is done with a production order. `If-Match` is needed to release, and heeded everywhere.
@Path("/system/v1/production-orders/{orderNumber}")
@Tag(name = "Production orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OrderCommandsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    OrderCommandsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @POST
    @Path("/lot-assignments")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Say from which lots a component is taken")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response assignLots(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.AssignLots command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-lot-assignments", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/releases")
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "Release the order, or some of its operations; the rest of an order in process"
                            + " too")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response release(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.Release command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-releases", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/release-reversals")
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "Take a release back while nothing has been issued or confirmed and the MES has"
                            + " no job order")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response reverseRelease(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.ReverseRelease command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-release-reversals", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/revision-changes")
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "Make another revision: the structure is copied anew, lots and reservation are"
                            + " given back")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response changeRevision(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.ChangeRevision command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-revision-changes", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/locks")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Lock the order: it is not released, not confirmed, and takes no goods")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response lock(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.Lock command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-locks", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/unlocks")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Unlock the order")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response unlock(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.Unlock command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-unlocks", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/cancellations")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Cancel an order that is not released")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response cancel(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.Cancel command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-cancellations", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/technical-completions")
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "End the order technically: its reservation is given back, nothing more is"
                            + " confirmed, issued or expected of it; what is left over may still"
                            + " be returned")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response completeTechnically(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.CompleteTechnically command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-technical-completions", orderNumber, command, ifMatch);
    }

    @POST
    @Path("/closures")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Close a technically completed order: nothing happens to it any more")
    @APIResponseSchema(value = ProductionOrder.class, responseCode = "200")
    public Response close(
            @PathParam("orderNumber") String orderNumber,
            OrderCommand.Close command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("production-order-closures", orderNumber, command, ifMatch);
    }

    private Response perform(
            String operation, String orderNumber, OrderCommand command, @Nullable IfMatch ifMatch) {
        return effects.perform(
                operation,
                erp.of(ProductionOrders.class)
                        .perform(orderNumber, command, ifMatch, caller.sight()));
    }
}
