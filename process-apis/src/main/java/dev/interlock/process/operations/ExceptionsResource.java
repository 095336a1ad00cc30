package dev.interlock.process.operations;

import dev.interlock.platform.paging.Page;
import dev.interlock.process.run.ExceptionItem;
import dev.interlock.process.run.Interventions;
import dev.interlock.process.run.RunRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The exception queue: steps that wait for a person, and what a person can do.
@Path("/process/v1/exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exceptions", description = "Steps that wait for a person, the oldest first")
@Extension(name = "x-smallrye-profile-operations", value = "")
public class ExceptionsResource {
    private final Operations operations;
    private final Interventions interventions;
    private final RunRequest request;

    ExceptionsResource(Operations operations, Interventions interventions, RunRequest request) {
        this.operations = operations;
        this.interventions = interventions;
        this.request = request;
    }

    /// Why a person decides so; it stands in the audit.
    public record Reason(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @PermissionsAllowed("operations:read")
    @Operation(operationId = "listExceptions", summary = "Exceptions, the oldest first")
    public Page<ExceptionItem> list(@BeanParam @Valid ExceptionQuery query) {
        return operations.exceptions(query);
    }

    @GET
    @Path("/{exceptionId}")
    @PermissionsAllowed("operations:read")
    @Operation(operationId = "getException", summary = "What waits, why, and what became of it")
    public ExceptionItem get(@PathParam("exceptionId") String exceptionId) {
        return operations.exception(exceptionId);
    }

    @POST
    @Path("/{exceptionId}/retries")
    @PermissionsAllowed("operations:act")
    @Operation(
            operationId = "retryException",
            summary = "The step is tried again now, under the same effect key")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ExceptionItem.class)))
    public Response retry(@PathParam("exceptionId") String exceptionId, Reason body) {
        return interventions.retry(request.asked(), Operations.number(exceptionId), body.reason());
    }

    @POST
    @Path("/{exceptionId}/skips")
    @PermissionsAllowed("operations:act")
    @Operation(
            operationId = "skipException",
            summary =
                    "The run goes on without the step, and so do the steps after it; 409 where the"
                            + " run turns on it")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ExceptionItem.class)))
    public Response skip(@PathParam("exceptionId") String exceptionId, Reason body) {
        return interventions.skip(request.asked(), Operations.number(exceptionId), body.reason());
    }

    @POST
    @Path("/{exceptionId}/rejections")
    @PermissionsAllowed("operations:act")
    @Operation(
            operationId = "rejectException",
            summary = "The run ends for good and frees its keys, taking itself back where it can")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ExceptionItem.class)))
    public Response reject(@PathParam("exceptionId") String exceptionId, Reason body) {
        return interventions.reject(request.asked(), Operations.number(exceptionId), body.reason());
    }
}
