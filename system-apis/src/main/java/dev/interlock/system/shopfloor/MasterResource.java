package dev.interlock.system.shopfloor;

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

/// What each plant's MES can make.
@Path("/system/v1/shopfloor-masters/{plant}/{itemId}/{revision}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Shopfloor masters", description = "How a revision is made, as a plant's MES knows it")
@Extension(name = "x-smallrye-profile-shopfloor", value = "")
@RunOnVirtualThread
public class MasterResource {
    private final ShopfloorMasters masters;

    MasterResource(ShopfloorMasters masters) {
        this.masters = masters;
    }

    @GET
    @PermissionsAllowed("shopfloor:read")
    @Operation(summary = "Read what a plant's MES knows of a revision")
    @APIResponseSchema(ShopfloorMaster.class)
    public Response find(
            @PathParam("plant") String plant,
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision) {
        return masters.find(plant, itemId, revision);
    }

    @PUT
    @PermissionsAllowed("shopfloor:write")
    @Operation(summary = "Give a plant's MES how a revision is made")
    @APIResponseSchema(ShopfloorMaster.class)
    public Response put(
            @PathParam("plant") String plant,
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MasterRequest request) {
        return masters.put(plant, itemId, revision, ifMatch, request);
    }
}
