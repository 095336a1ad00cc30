package dev.interlock.system.quality;

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
import org.jspecify.annotations.Nullable;

/// What is inspected of a revision in a plant.
@Path("/system/v1/inspection-plans/{plant}/{itemId}/{revision}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inspection plans", description = "What the quality system inspects of a revision")
@Extension(name = "x-smallrye-profile-quality", value = "")
@RunOnVirtualThread
public class InspectionPlanResource {
    private final InspectionPlans plans;

    InspectionPlanResource(InspectionPlans plans) {
        this.plans = plans;
    }

    @GET
    @PermissionsAllowed("quality:read")
    @Operation(summary = "Read the inspection plan of a revision in a plant")
    @APIResponseSchema(InspectionPlan.class)
    public Response find(
            @PathParam("plant") String plant,
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision) {
        return plans.find(plant, itemId, revision);
    }

    @PUT
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Give the quality system the inspection plan of a revision in a plant")
    @APIResponseSchema(InspectionPlan.class)
    public Response put(
            @PathParam("plant") String plant,
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PlanRequest request) {
        return plans.put(plant, itemId, revision, ifMatch, request);
    }
}
