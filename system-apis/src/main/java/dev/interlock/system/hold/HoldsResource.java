package dev.interlock.system.hold;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
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
import org.jboss.resteasy.reactive.RestResponse;

/// Holds.
@Path("/system/v1/holds")
@Tag(name = "Holds")
@Extension(name = "x-smallrye-profile-inventory", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HoldsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    HoldsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "List holds, the newest first")
    public Page<Hold> list(@BeanParam @Valid HoldQuery query) {
        return erp.of(Holds.class).holds(query, caller.sight());
    }

    @GET
    @Path("/{holdId}")
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "Read a hold")
    public RestResponse<Hold> get(@PathParam("holdId") String holdId) {
        return Answers.of(erp.of(Holds.class).hold(holdId, caller.sight()), "hold", holdId);
    }

    @POST
    @PermissionsAllowed("inventory:write")
    @Operation(summary = "Place a hold")
    @APIResponseSchema(value = Hold.class, responseCode = "201")
    public Response place(HoldDraft draft) {
        return effects.perform("hold-place", erp.of(Holds.class).place(draft, caller.sight()));
    }

    @POST
    @Path("/{holdId}/releases")
    @PermissionsAllowed("inventory:write")
    @Operation(summary = "Release a hold")
    @APIResponseSchema(value = Hold.class, responseCode = "200")
    public Response release(@PathParam("holdId") String holdId, HoldRelease release) {
        return effects.perform(
                "hold-release", erp.of(Holds.class).release(holdId, release, caller.sight()));
    }
}
