package dev.interlock.process.orderrelease;

import dev.interlock.platform.paging.Page;
import dev.interlock.process.orderrelease.Releases.Checked;
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

/// Production order release.
@Path("/process/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Production order release")
@Extension(name = "x-smallrye-profile-order-release", value = "")
public class ReleasesResource {
    private final Releases releases;

    ReleasesResource(Releases releases) {
        this.releases = releases;
    }

    @POST
    @Path("/release-checks")
    @PermissionsAllowed("release:check")
    @Operation(
            operationId = "checkRelease",
            summary = "May this order start? Every finding at once, no effect")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Checked.class)))
    public Response check(ReleaseRequest request) throws InterruptedException {
        return Response.ok(releases.check(request)).build();
    }

    @POST
    @Path("/releases")
    @PermissionsAllowed("release:execute")
    @Operation(
            operationId = "releaseOrder",
            summary = "Releases an order in ERP, MES and warehouse, or nowhere")
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
            description = "RELEASED, or RELEASED_WITH_EXCEPTION past the ERP release",
            content = @Content(schema = @Schema(implementation = Release.class)))
    @APIResponse(
            responseCode = "202",
            description = "Still under way: see Location",
            content = @Content(schema = @Schema(implementation = Release.class)))
    @APIResponse(
            responseCode = "422",
            description = "A check or a target refused: every finding, nothing left behind")
    @APIResponse(
            responseCode = "503",
            description =
                    "A system could not answer, or everything was undone: the key is free again")
    public Response release(ReleaseRequest request, @Context HttpHeaders headers)
            throws InterruptedException {
        return releases.release(request, headers);
    }

    @GET
    @Path("/releases")
    @PermissionsAllowed("release:read")
    @Operation(operationId = "listReleases", summary = "Releases, the newest first")
    public Page<ReleaseSummary> list(@BeanParam @Valid ReleaseQuery query) {
        return releases.page(query);
    }

    @GET
    @Path("/releases/{releaseId}")
    @PermissionsAllowed("release:read")
    @Operation(
            operationId = "getRelease",
            summary = "Every finding, step and attempt with its times")
    public Release get(@PathParam("releaseId") String releaseId) {
        return releases.find(releaseId);
    }
}
