package dev.interlock.partner.quality;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Files as evidence for a corrective action.
@Path("/partner/v1/corrective-actions/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Corrective actions")
@Extension(name = "x-smallrye-profile-quality", value = "")
public class AttachmentsResource {
    private final Below below;

    AttachmentsResource(Below below) {
        this.below = below;
    }

    @GET
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "listAttachments",
            summary = "The files of a corrective action, the supplier's and the buyer's")
    public Page<Attachment> list(@PathParam("id") String id) {
        return below.list(
                Place.system("corrective action", id, "corrective-actions", id, "attachments"),
                Attachment.class);
    }

    @POST
    @Consumes({
        "application/pdf",
        "image/png",
        "image/jpeg",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/plain",
        "text/csv"
    })
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "attachFile",
            summary =
                    "Attach a file of at most 10 MiB; the body is the file itself, and it has to be"
                            + " what its type says")
    @APIResponseSchema(value = Attachment.class, responseCode = "201")
    public Response attach(
            @PathParam("id") String id,
            @BeanParam @Valid AttachmentName named,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            InputStream body)
            throws IOException {
        if (type == null) {
            throw new Rejected(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Say in Content-Type what the file is.");
        }
        var spool = Files.createTempFile("evidence", null);
        try {
            // A slow sender keeps only this file open, and no connection to the tier below.
            Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
            var place =
                    Place.system("corrective action", id, "corrective-actions", id, "attachments")
                            .with(named.query());
            return withoutLocation(
                    below.send(
                            "corrective-action-attachments",
                            place,
                            Attachment.class,
                            Call.upload(place.address(), spool)
                                    .with(HttpHeaders.CONTENT_TYPE, type.toString())));
        } finally {
            Files.delete(spool);
        }
    }

    /// The bytes are not handed out again here.
    private static Response withoutLocation(Response attached) {
        return Response.fromResponse(attached).header(HttpHeaders.LOCATION, null).build();
    }
}
