package dev.interlock.process.releasebatch;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Release checks of a plant's day.
@Path("/process/v1/release-checks/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Production order release")
@Extension(name = "x-smallrye-profile-order-release", value = "")
public class ReleaseBatchesResource {
    private final ReleaseBatches batches;

    ReleaseBatchesResource(ReleaseBatches batches) {
        this.batches = batches;
    }

    @POST
    @PermissionsAllowed("release:check")
    @Operation(
            operationId = "checkReleaseBatch",
            summary = "Checks every CREATED order of a plant that is to start on a day")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "202",
            description = "The orders are being checked: see Location",
            content = @Content(schema = @Schema(implementation = ReleaseBatch.class)))
    @APIResponse(responseCode = "422", description = "The plant is not known")
    public Response begin(BatchRequest request) {
        return batches.begin(request);
    }

    @GET
    @Path("/{batchId}")
    @PermissionsAllowed("release:check")
    @Operation(
            operationId = "getReleaseBatch",
            summary = "How far it is, with one line an order: its decision and what holds it")
    public ReleaseBatch get(@PathParam("batchId") String batchId) {
        return batches.find(batchId);
    }
}
