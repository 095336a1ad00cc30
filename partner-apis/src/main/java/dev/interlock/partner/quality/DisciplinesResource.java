package dev.interlock.partner.quality;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.etag.IfMatch;
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

/// The disciplines of a corrective action, each a document with a content of its own.
@Path("/partner/v1/corrective-actions/{id}/disciplines")
@Tag(name = "Corrective actions")
@Extension(name = "x-smallrye-profile-quality", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DisciplinesResource {
    private final Below below;

    DisciplinesResource(Below below) {
        this.below = below;
    }

    @GET
    @Path("/{discipline: D[0-8]}")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "getDiscipline", summary = "Read what a discipline says")
    @APIResponseSchema(CorrectiveAction.Document.class)
    public Response get(@PathParam("id") String id, @PathParam("discipline") String discipline) {
        return below.read(of(id, discipline), CorrectiveAction.Document.class);
    }

    @PUT
    @Path("/D0")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD0", summary = "Write D0: what was done at once")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD0(
            @PathParam("id") String id,
            DisciplineContent.EmergencyResponse content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D0", ifMatch);
    }

    @PUT
    @Path("/D1")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD1", summary = "Write D1: who works on it")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD1(
            @PathParam("id") String id,
            DisciplineContent.Team content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D1", ifMatch);
    }

    @PUT
    @Path("/D2")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD2", summary = "Write D2: what is wrong")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD2(
            @PathParam("id") String id,
            DisciplineContent.ProblemDescription content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D2", ifMatch);
    }

    @PUT
    @Path("/D3")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD3", summary = "Write D3: what keeps it from spreading")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD3(
            @PathParam("id") String id,
            DisciplineContent.Containment content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D3", ifMatch);
    }

    @PUT
    @Path("/D4")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD4", summary = "Write D4: why it happened")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD4(
            @PathParam("id") String id,
            DisciplineContent.RootCauses content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D4", ifMatch);
    }

    @PUT
    @Path("/D5")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD5", summary = "Write D5: what is going to be done")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD5(
            @PathParam("id") String id,
            DisciplineContent.Plan content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D5", ifMatch);
    }

    @PUT
    @Path("/D6")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD6", summary = "Write D6: what has been done")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD6(
            @PathParam("id") String id,
            DisciplineContent.Implementation content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D6", ifMatch);
    }

    @PUT
    @Path("/D7")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD7", summary = "Write D7: what keeps it from coming back")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD7(
            @PathParam("id") String id,
            DisciplineContent.Prevention content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D7", ifMatch);
    }

    @PUT
    @Path("/D8")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "writeD8", summary = "Write D8: what was achieved")
    @APIResponseSchema(value = CorrectiveAction.Document.class, responseCode = "200")
    public Response putD8(
            @PathParam("id") String id,
            DisciplineContent.ClosureReport content,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return put(id, "D8", ifMatch);
    }

    private Response put(String id, String discipline, @Nullable IfMatch ifMatch) {
        return below.write(
                "corrective-action-" + discipline,
                of(id, discipline),
                CorrectiveAction.Document.class,
                ifMatch);
    }

    private static Place of(String id, String discipline) {
        return Place.system(
                "corrective action", id, "corrective-actions", id, "disciplines", discipline);
    }
}
