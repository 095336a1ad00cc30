package dev.interlock.system.shopfloor;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Job orders in the plants' MES.
@Path("/system/v1/job-orders/{orderNumber}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Job orders", description = "Production orders as the MES of their plant has them")
@Extension(name = "x-smallrye-profile-shopfloor", value = "")
@RunOnVirtualThread
public class JobOrderResource {
    private final JobOrders jobs;

    JobOrderResource(JobOrders jobs) {
        this.jobs = jobs;
    }

    @GET
    @PermissionsAllowed("shopfloor:read")
    @Operation(summary = "Read a job order from the MES")
    @APIResponseSchema(JobOrder.class)
    public Response find(@PathParam("orderNumber") String orderNumber) {
        return jobs.find(orderNumber);
    }

    @PUT
    @PermissionsAllowed("shopfloor:write")
    @Operation(summary = "Store a job order in the MES of its plant, not startable yet")
    @APIResponseSchema(value = JobOrder.class, responseCode = "201")
    public Response store(@PathParam("orderNumber") String orderNumber, JobOrderRequest wanted) {
        return jobs.store(orderNumber, wanted);
    }

    @POST
    @Path("/starts")
    @PermissionsAllowed("shopfloor:write")
    @Operation(summary = "Allow a stored job order to start")
    @APIResponseSchema(JobOrder.class)
    public Response start(@PathParam("orderNumber") String orderNumber, Nothing nothing) {
        return jobs.start(orderNumber);
    }

    @POST
    @Path("/revocations")
    @PermissionsAllowed("shopfloor:write")
    @Operation(summary = "Take back a job order that may not start yet; afterwards it is gone")
    @APIResponse(responseCode = "204", description = "Gone")
    public Response revoke(@PathParam("orderNumber") String orderNumber, Nothing nothing) {
        return jobs.revoke(orderNumber);
    }
}
