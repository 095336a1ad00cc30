package dev.interlock.system.correctiveaction;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/// Corrective actions.
@Path("/system/v1/corrective-actions")
@Tag(name = "Corrective actions")
@Extension(name = "x-smallrye-profile-quality", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CorrectiveActionsResource {
    private final CorrectiveActions actions;
    private final Effects effects;
    private final OnBehalf caller;

    CorrectiveActionsResource(CorrectiveActions actions, Effects effects, OnBehalf caller) {
        this.actions = actions;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("quality:read")
    @Operation(summary = "List corrective actions in the order they were issued")
    public Page<CorrectiveAction> list(@BeanParam @Valid CorrectiveActionQuery query) {
        return actions.actions(query, caller.sight());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("quality:read")
    @Operation(summary = "Read a corrective action with its disciplines and its history")
    public RestResponse<CorrectiveAction> get(@PathParam("id") String id) {
        return Answers.of(actions.action(id, caller.sight()), "corrective action", id);
    }

    @POST
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Ask a supplier to put something right")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "201")
    public Response issue(CorrectiveActionDraft draft) {
        return effects.perform("corrective-action-issue", actions.issue(draft, caller.sight()));
    }

    @POST
    @Path("/{id}/acknowledgements")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Take it on; only the supplier's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response acknowledge(
            @PathParam("id") String id,
            CorrectiveActionCommand.Acknowledgement command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-acknowledgements", id, command, ifMatch);
    }

    @POST
    @Path("/{id}/declines")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Decline it, with a reason; only the supplier's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response decline(
            @PathParam("id") String id,
            CorrectiveActionCommand.Decline command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-declines", id, command, ifMatch);
    }

    @POST
    @Path("/{id}/submissions")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Hand a stage in, with all its disciplines; only the supplier's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response submit(
            @PathParam("id") String id,
            CorrectiveActionCommand.Submission command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-submissions", id, command, ifMatch);
    }

    @POST
    @Path("/{id}/decisions")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Accept the plan, or return what was handed in; only the buyer's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response decide(
            @PathParam("id") String id,
            CorrectiveActionCommand.Decision command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-decisions", id, command, ifMatch);
    }

    @POST
    @Path("/{id}/verifications")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Say whether the measures work; only the buyer's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response verify(
            @PathParam("id") String id,
            CorrectiveActionCommand.Verification command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-verifications", id, command, ifMatch);
    }

    @POST
    @Path("/{id}/closures")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Close it once D8 is there; only the buyer's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response close(
            @PathParam("id") String id,
            CorrectiveActionCommand.Closure command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-closures", id, command, ifMatch);
    }

    @POST
    @Path("/{id}/cancellations")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Cancel it, with a reason; only the buyer's side may")
    @APIResponseSchema(value = CorrectiveAction.class, responseCode = "200")
    public Response cancel(
            @PathParam("id") String id,
            CorrectiveActionCommand.Cancellation command,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("corrective-action-cancellations", id, command, ifMatch);
    }

    private Response perform(
            String operation,
            String id,
            CorrectiveActionCommand command,
            @Nullable IfMatch ifMatch) {
        return effects.perform(operation, actions.perform(id, command, ifMatch, caller.sight()));
    }
}
