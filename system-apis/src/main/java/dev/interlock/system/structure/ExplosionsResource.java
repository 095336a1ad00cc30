package dev.interlock.system.structure;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What goes into an item, and what the item goes into, over all levels.
@Path("/system/v1/items/{itemId}")
@Tag(name = "Structures")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ExplosionsResource {
    private final Erp erp;
    private final OnBehalf caller;

    ExplosionsResource(Erp erp, OnBehalf caller) {
        this.erp = erp;
        this.caller = caller;
    }

    @GET
    @Path("/bom-explosion")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Everything that goes into a quantity of an item on a day")
    public Explosion explosion(
            @PathParam("itemId") String itemId, @BeanParam @Valid ExplosionQuery query) {
        return erp.of(Explosions.class, query.plant())
                .explosion(itemId, query, caller.sight())
                .orElseThrow(() -> new NotFound("item", itemId));
    }

    @GET
    @Path("/where-used")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Where an item is used, over all levels and plants")
    public Page<WhereUsed> whereUsed(
            @PathParam("itemId") String itemId,
            @QueryParam("levels") @DefaultValue("50") @Min(1) @Max(50) int levels) {
        return erp.of(Explosions.class)
                .whereUsed(itemId, levels, caller.sight())
                .orElseThrow(() -> new NotFound("item", itemId));
    }
}
