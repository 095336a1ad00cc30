package dev.interlock.process.eco;

import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jspecify.annotations.Nullable;

/// Engineering change propagation.
@Path("/process/v1/propagations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Engineering change propagation")
@Extension(name = "x-smallrye-profile-eco", value = "")
public class PropagationsResource {
    private final Propagations propagations;

    PropagationsResource(Propagations propagations) {
        this.propagations = propagations;
    }

    /// Exactly one of the two: the number of a change in PLM, or (from PLM) the whole change.
    public record ProposeRequest(
            @Nullable @Pattern(regexp = EngineeringChange.ID) String changeNumber,
            @Nullable @Valid EngineeringChange change) {}

    /// Why a propagation is resumed or cancelled.
    @Schema(name = "InterventionReason")
    public record Intervention(@NotBlank @Size(max = 500) String reason) {}

    /// Why the propagation goes on without a target.
    public record Skip(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @PermissionsAllowed("eco:propagate")
    @Operation(
            operationId = "propagateChange",
            summary =
                    "Tells an approved change to every system that must know it, at most once per"
                            + " version")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "`wait=<seconds>` or `respond-async`",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "201",
            description = "Nothing more can run now: COMPLETED or INCOMPLETE",
            content = @Content(schema = @Schema(implementation = Propagation.class)))
    @APIResponse(
            responseCode = "200",
            description = "This version was propagated before",
            content = @Content(schema = @Schema(implementation = Propagation.class)))
    @APIResponse(
            responseCode = "202",
            description = "Still under way: see Location",
            content = @Content(schema = @Schema(implementation = Propagation.class)))
    @APIResponse(
            responseCode = "422",
            description = "A check refused: every finding, nothing was sent")
    public Response propose(ProposeRequest proposal, @Context HttpHeaders headers)
            throws InterruptedException {
        return propagations.propose(proposal.changeNumber(), proposal.change(), headers);
    }

    @GET
    @PermissionsAllowed("eco:read")
    @Operation(operationId = "listPropagations", summary = "Propagations, the newest first")
    public Page<PropagationSummary> list(@BeanParam @Valid PropagationQuery query) {
        return propagations.page(query);
    }

    @POST
    @Path("/{propagationId}/resumptions")
    @PermissionsAllowed({"eco:propagate", "operations:act"})
    @Operation(
            operationId = "resumePropagation",
            summary = "Tries everything that failed, is parked or pauses again now")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Propagation.class)))
    public Response resume(
            @PathParam("propagationId") String propagationId, Intervention intervention) {
        return propagations.resume(propagationId, intervention.reason());
    }

    @POST
    @Path("/{propagationId}/cancellations")
    @PermissionsAllowed({"eco:propagate", "operations:act"})
    @Operation(
            operationId = "cancelPropagation",
            summary = "Ends it before the first effect; 409 once a target was told")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Propagation.class)))
    public Response cancel(
            @PathParam("propagationId") String propagationId, Intervention intervention) {
        return propagations.cancel(propagationId, intervention.reason());
    }

    @POST
    @Path("/{propagationId}/targets/{target}/skips")
    @PermissionsAllowed("operations:act")
    @Operation(
            operationId = "skipTarget",
            summary = "Goes on without a target: `MES`, or `MES:2000` for one plant")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Propagation.class)))
    public Response skip(
            @PathParam("propagationId") String propagationId,
            @PathParam("target") String target,
            Skip skip) {
        return propagations.skip(propagationId, target, skip.reason());
    }

    @GET
    @Path("/{propagationId}")
    @PermissionsAllowed("eco:read")
    @Operation(
            operationId = "getPropagation",
            summary = "Every target, step and attempt with its times")
    public Propagation get(@PathParam("propagationId") String propagationId) {
        return propagations.find(propagationId);
    }
}
