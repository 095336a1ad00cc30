package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import dev.interlock.system.master.Ids;
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
    private final Effects effects;
    private final OnBehalf caller;

    PlantsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
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
