package dev.interlock.system.warehouse;

import dev.interlock.system.vendor.Nothing;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Staging requests in the plants' warehouse systems.
@Path("/system/v1/staging-requests/{orderNumber}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Staging requests",
        description = "Material that the warehouse brings to where an order is made")
@Extension(name = "x-smallrye-profile-warehouse", value = "")
@RunOnVirtualThread
public class StagingResource {
    private final StagingRequests requests;

    StagingResource(StagingRequests requests) {
        this.requests = requests;
    }

    @GET
    @PermissionsAllowed("warehouse:read")
    @Operation(summary = "Read an order's staging request from the warehouse system")
    @APIResponseSchema(StagingRequest.class)
    public Response find(@PathParam("orderNumber") String orderNumber) {
        return requests.find(orderNumber);
    }

    @PUT
    @PermissionsAllowed("warehouse:write")
    @Operation(
            summary =
                    "Ask the warehouse to stage material for an order; a cancelled request is made"
                            + " anew")
    @APIResponseSchema(value = StagingRequest.class, responseCode = "201")
    public Response store(
            @PathParam("orderNumber") String orderNumber, StagingRequest.Wanted wanted) {
        return requests.store(orderNumber, wanted);
    }

    @POST
    @Path("/cancellations")
    @PermissionsAllowed("warehouse:write")
    @Operation(summary = "Call off material that is not staged yet")
    @APIResponseSchema(StagingRequest.class)
    public Response cancel(@PathParam("orderNumber") String orderNumber, Nothing nothing) {
        return requests.cancel(orderNumber);
    }
}
