package dev.interlock.system.item;

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

/// Cross-references.
@Path("/system/v1/cross-references/{kind}/{system}/{externalId}")
@Tag(name = "Cross-references")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CrossReferencesResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    CrossReferencesResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read what a system's name stands for")
    public RestResponse<CrossReference> get(
            @PathParam("kind") String kind,
            @PathParam("system") String system,
            @PathParam("externalId") String externalId) {
        var key = CrossReference.Key.path(kind, system, externalId);
        return Answers.of(
                erp.of(CrossReferences.class).find(key, caller.sight()),
                "cross-reference",
                key.text());
    }

    @PUT
    @PermissionsAllowed("item:write")
    @Operation(summary = "Say what a system's name stands for")
    @APIResponseSchema(value = CrossReference.class, responseCode = "200")
    public Response put(
            @PathParam("kind") String kind,
            @PathParam("system") String system,
            @PathParam("externalId") String externalId,
            CrossReference.Draft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        var key = CrossReference.Key.path(kind, system, externalId);
        return effects.perform(
                "cross-reference-put", erp.of(CrossReferences.class).put(key, draft, ifMatch));
    }
}
