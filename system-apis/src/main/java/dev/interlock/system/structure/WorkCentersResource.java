package dev.interlock.system.structure;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
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

/// Work centers.
@Path("/system/v1/work-centers/{plant}/{workCenterId}")
@Tag(name = "Work centers")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WorkCentersResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    WorkCentersResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read a work center")
    public RestResponse<WorkCenter> get(
            @PathParam("plant") String plant, @PathParam("workCenterId") String workCenterId) {
        var key = WorkCenterKey.path(plant, workCenterId);
        return Answers.of(
                erp.of(WorkCenters.class, plant).workCenter(key, caller.sight()),
                "work center",
                key.text());
    }

    @PUT
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change a work center")
    @APIResponseSchema(value = WorkCenter.class, responseCode = "200")
    public Response put(
            @PathParam("plant") String plant,
            @PathParam("workCenterId") String workCenterId,
            WorkCenterDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        var key = WorkCenterKey.path(plant, workCenterId);
        return effects.perform(
                "work-center-put", erp.of(WorkCenters.class, plant).put(key, draft, ifMatch));
    }
}
