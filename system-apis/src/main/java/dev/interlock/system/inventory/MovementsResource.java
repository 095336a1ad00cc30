package dev.interlock.system.inventory;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Movements.
@Path("/system/v1/movements")
@Tag(name = "Stock")
@Extension(name = "x-smallrye-profile-inventory", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MovementsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    MovementsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "List movements, the newest first")
    public Page<Movement> list(@BeanParam @Valid MovementQuery query) {
        return erp.of(Stock.class).movements(query, caller.sight());
    }

    @GET
    @Path("/{movementId}")
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "Read a movement")
    public Movement get(@PathParam("movementId") String movementId) {
        return erp.of(Stock.class)
                .movement(movementId, caller.sight())
                .orElseThrow(() -> new NotFound("movement", movementId));
    }

    @POST
    @PermissionsAllowed("inventory:write")
    @Operation(summary = "Move stock")
    @APIResponseSchema(value = Movement.class, responseCode = "201")
    public Response post(MovementDraft draft) {
        return effects.perform(
                "movement-post", erp.of(Stock.class, draft.plant()).post(draft, caller.sight()));
    }

    @POST
    @Path("/{movementId}/reversals")
    @PermissionsAllowed("inventory:write")
    @Operation(summary = "Take a movement back")
    @APIResponseSchema(value = Movement.class, responseCode = "201")
    public Response reverse(@PathParam("movementId") String movementId, Reversal reversal) {
        return effects.perform(
                "movement-reverse",
                erp.of(Stock.class).reverse(movementId, reversal, caller.sight()));
    }
}
