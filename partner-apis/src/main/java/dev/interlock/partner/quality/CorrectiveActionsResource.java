package dev.interlock.partner.quality;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Paging;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.jspecify.annotations.Nullable;

/// Corrective actions that a supplier is asked for.
@Path("/partner/v1/corrective-actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Corrective actions")
@Extension(name = "x-smallrye-profile-quality", value = "")
public class CorrectiveActionsResource {
    private final Below below;

    CorrectiveActionsResource(Below below) {
        this.below = below;
    }

    @GET
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "listCorrectiveActions",
            summary = "What the supplier is asked to put right, in the order it was issued")
    public Page<CorrectiveAction> list(@BeanParam Paging paging) {
        return below.list(
                Place.system("corrective actions", "", "corrective-actions"),
                paging,
                CorrectiveAction.class);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "getCorrectiveAction",
            summary = "One corrective action with its disciplines and its history")
    @APIResponseSchema(CorrectiveAction.class)
    public Response get(@PathParam("id") String id) {
        return below.read(
                Place.system("corrective action", id, "corrective-actions", id),
                CorrectiveAction.class);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "acknowledgeCorrectiveAction", summary = "Take it on")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response acknowledge(
            @PathParam("id") String id,
            CorrectiveActionStep.Acknowledgement acknowledgement,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(id, "acknowledgements", ifMatch);
    }

    @POST
    @Path("/{id}/declines")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "declineCorrectiveAction", summary = "Decline it, with a reason")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response decline(
            @PathParam("id") String id,
            CorrectiveActionStep.Decline decline,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(id, "declines", ifMatch);
    }

    @POST
    @Path("/{id}/submissions")
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "submitCorrectiveAction",
            summary = "Hand a stage in, with all its disciplines")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response submit(
            @PathParam("id") String id,
            CorrectiveActionStep.Submission submission,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(id, "submissions", ifMatch);
    }

    private Response step(String id, String step, @Nullable IfMatch ifMatch) {
        return below.write(
                "corrective-action-" + step,
                Place.system("corrective action", id, "corrective-actions", id, step),
                CorrectiveAction.class,
                ifMatch);
    }
}
