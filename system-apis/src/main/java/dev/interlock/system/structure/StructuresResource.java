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

/// The BOM and the routing of a revision in a plant.
@Path("/system/v1/items/{itemId}/revisions/{revision}")
@Tag(name = "Structures")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StructuresResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    StructuresResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @Path("/boms/{plant}")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read the production BOM of a revision in a plant")
    public RestResponse<Bom> bom(
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            @PathParam("plant") String plant) {
        var key = StructureKey.path(itemId, revision, plant);
        return Answers.of(structures(key).bom(key, caller.sight()), "BOM", key.text());
    }

    @PUT
    @Path("/boms/{plant}")
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change the production BOM of a revision in a plant")
    @APIResponseSchema(value = Bom.class, responseCode = "200")
    public Response putBom(
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            @PathParam("plant") String plant,
            BomDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        var key = StructureKey.path(itemId, revision, plant);
        return effects.perform("bom-put", structures(key).putBom(key, draft, ifMatch));
    }

    @GET
    @Path("/routings/{plant}")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read the routing of a revision in a plant")
    public RestResponse<Routing> routing(
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            @PathParam("plant") String plant) {
        var key = StructureKey.path(itemId, revision, plant);
        return Answers.of(structures(key).routing(key, caller.sight()), "routing", key.text());
    }

    @PUT
    @Path("/routings/{plant}")
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change the routing of a revision in a plant")
    @APIResponseSchema(value = Routing.class, responseCode = "200")
    public Response putRouting(
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            @PathParam("plant") String plant,
            RoutingDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        var key = StructureKey.path(itemId, revision, plant);
        return effects.perform("routing-put", structures(key).putRouting(key, draft, ifMatch));
    }

    private Structures structures(StructureKey key) {
        return erp.of(Structures.class, key.plant());
    }
}
