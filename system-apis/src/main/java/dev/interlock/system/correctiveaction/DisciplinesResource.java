package dev.interlock.system.correctiveaction;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
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

/// The disciplines of a corrective action, each a document with a content of its own, written by
/// the supplier's side.
@Path("/system/v1/corrective-actions/{id}/disciplines")
@Tag(name = "Corrective actions")
@Extension(name = "x-smallrye-profile-quality", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DisciplinesResource {
    private final CorrectiveActions actions;
    private final Effects effects;
    private final OnBehalf caller;

    DisciplinesResource(CorrectiveActions actions, Effects effects, OnBehalf caller) {
        this.actions = actions;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @Path("/{discipline: D[0-8]}")
    @PermissionsAllowed("quality:read")
    @Operation(summary = "Read what a discipline says")
    public RestResponse<CorrectiveAction.Document> get(
            @PathParam("id") String id, @PathParam("discipline") String discipline) {
        return Answers.of(
                actions.action(id, caller.sight())
                        .orElseThrow(() -> new NotFound("corrective action", id))
                        .document(Discipline.valueOf(discipline)),
                "discipline",
                discipline);
    }

    @PUT
    @Path("/D0")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D0: what was done at once")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD0(
            @PathParam("id") String id,
            DisciplineContent.EmergencyResponse content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D0, content, ifMatch);
    }

    @PUT
    @Path("/D1")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D1: who works on it")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD1(
            @PathParam("id") String id,
            DisciplineContent.Team content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D1, content, ifMatch);
    }

    @PUT
    @Path("/D2")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D2: what is wrong")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD2(
            @PathParam("id") String id,
            DisciplineContent.ProblemDescription content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D2, content, ifMatch);
    }

    @PUT
    @Path("/D3")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D3: what keeps it from spreading")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD3(
            @PathParam("id") String id,
            DisciplineContent.Containment content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D3, content, ifMatch);
    }

    @PUT
    @Path("/D4")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D4: why it happened")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD4(
            @PathParam("id") String id,
            DisciplineContent.RootCauses content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D4, content, ifMatch);
    }

    @PUT
    @Path("/D5")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D5: what is going to be done")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD5(
            @PathParam("id") String id,
            DisciplineContent.Plan content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D5, content, ifMatch);
    }

    @PUT
    @Path("/D6")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D6: what has been done")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD6(
            @PathParam("id") String id,
            DisciplineContent.Implementation content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D6, content, ifMatch);
    }

    @PUT
    @Path("/D7")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D7: what keeps it from coming back")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD7(
            @PathParam("id") String id,
            DisciplineContent.Prevention content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D7, content, ifMatch);
    }

    @PUT
    @Path("/D8")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Write D8: what was achieved")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD8(
            @PathParam("id") String id,
            DisciplineContent.ClosureReport content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, Discipline.D8, content, ifMatch);
    }

    private Response put(
            String id,
            Discipline discipline,
            DisciplineContent content,
            @Nullable IfMatch ifMatch) {
        return effects.perform(
                "corrective-action-" + discipline,
                actions.write(id, discipline, content, ifMatch, caller.sight()));
    }
}
