package dev.interlock.system.attachment;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Files of a corrective action.
@Path("/system/v1/corrective-actions/{id}/attachments")
@Tag(name = "Corrective actions")
@Extension(name = "x-smallrye-profile-quality", value = "")
@RunOnVirtualThread
public class AttachmentsResource {
    private final Attachments attachments;
    private final AttachmentStore store;
    private final OnBehalf caller;

    AttachmentsResource(Attachments attachments, AttachmentStore store, OnBehalf caller) {
        this.attachments = attachments;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("quality:read")
    @Operation(summary = "List the files of a corrective action")
    public Page<Attachment> list(@PathParam("id") String id) {
        return Page.whole(store.attachments(id, caller.sight()));
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
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("quality:write")
    @Operation(
            summary =
                    "Attach a file of at most 10 MiB; the body is the file itself, and it has to be"
                            + " what its type says")
    @APIResponseSchema(value = Attachment.class, responseCode = "201")
    public Response attach(
            @PathParam("id") String id,
            @BeanParam @Valid AttachmentQuery named,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        return attachments.attach(id, named, type, body);
    }

    @GET
    @Path("/{attachmentId}")
    @Produces(MediaType.WILDCARD)
    @PermissionsAllowed("quality:read")
    @Operation(summary = "Download a file")
    public Response download(
            @PathParam("id") String id, @PathParam("attachmentId") String attachmentId) {
        return attachments.download(id, attachmentId);
    }
}
