package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import dev.interlock.system.master.Ids;
import dev.interlock.system.vendor.BackEnds;
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

/// Plants.
@Path("/system/v1/plants/{plant}")
@Tag(name = "Plants")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlantsResource {
    private final Erp erp;
    private final BackEnds backEnds;
    private final Effects effects;
    private final OnBehalf caller;

    PlantsResource(Erp erp, BackEnds backEnds, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.backEnds = backEnds;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read a plant")
    public RestResponse<Plant> get(@PathParam("plant") String plant) {
        return Answers.of(
                erp.of(Masters.class, plant).plant(plant, caller.sight()), "plant", plant);
    }

    @GET
    @Path("systems")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Say which systems beside the ERP serve a plant")
    public PlantSystems systems(@PathParam("plant") String plant) {
        return erp.of(Masters.class, plant)
                .plant(plant, caller.sight())
                .map(known -> new PlantSystems(known.plant(), backEnds.serving(known.plant())))
                .orElseThrow(() -> new NotFound("plant", plant));
    }

    @PUT
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change a plant")
    @APIResponseSchema(value = Plant.class, responseCode = "200")
    public Response put(
            @PathParam("plant") String plant,
            PlantDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "plant-put",
                erp.of(Masters.class, plant).putPlant(Ids.path("plant", plant), draft, ifMatch));
    }
}
