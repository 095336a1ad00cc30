package dev.interlock.system.revision;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
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

/// Revisions of an item.
@Path("/system/v1/items/{itemId}/revisions")
@Tag(name = "Revisions")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RevisionsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    RevisionsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "List the revisions of an item, in the order of the scheme")
    public Page<Revision> list(@PathParam("itemId") String itemId) {
        return erp.of(Revisions.class)
                .of(itemId, caller.sight())
                .orElseThrow(() -> new NotFound("item", itemId));
    }

    @GET
    @Path("/{revision}")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read a revision")
    public RestResponse<Revision> get(
            @PathParam("itemId") String itemId, @PathParam("revision") String revision) {
        var key = RevisionKey.path(itemId, revision);
        return Answers.of(
                erp.of(Revisions.class).revision(key, caller.sight()), "revision", key.text());
    }

    @PUT
    @Path("/{revision}")
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change a revision")
    @APIResponseSchema(value = Revision.class, responseCode = "200")
    public Response put(
            @PathParam("itemId") String itemId,
            @PathParam("revision") String revision,
            RevisionDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "revision-put",
                erp.of(Revisions.class).put(RevisionKey.path(itemId, revision), draft, ifMatch));
    }
}
