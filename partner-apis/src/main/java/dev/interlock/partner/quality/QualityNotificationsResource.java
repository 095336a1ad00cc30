package dev.interlock.partner.quality;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Paging;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.jspecify.annotations.Nullable;

/// Quality notifications to a supplier.
@Path("/partner/v1/quality-notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Quality notifications")
@Extension(name = "x-smallrye-profile-quality", value = "")
public class QualityNotificationsResource {
    private final Below below;

    QualityNotificationsResource(Below below) {
        this.below = below;
    }

    @GET
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "listQualityNotifications",
            summary = "What the supplier has been told, in the order it was made")
    public Page<QualityNotification> list(@BeanParam Paging paging) {
        return below.list(
                Place.system("quality notifications", "", "quality-notifications"),
                paging,
                QualityNotification.class);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "getQualityNotification",
            summary = "One notification; what is read for the first time is received")
    @APIResponseSchema(QualityNotification.class)
    public Response get(@PathParam("id") String id) {
        return below.read(
                Place.system("quality notification", id, "quality-notifications", id),
                QualityNotification.class);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "acknowledgeQualityNotification", summary = "Acknowledge it")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response acknowledge(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(id, "acknowledgements", ifMatch);
    }

    @POST
    @Path("/{id}/acceptances")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "acceptQualityNotification", summary = "Accept what it says")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response accept(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(id, "acceptances", ifMatch);
    }

    @POST
    @Path("/{id}/declines")
    @PermissionsAllowed("supplier:quality")
    @Operation(operationId = "declineQualityNotification", summary = "Decline it, with a reason")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response decline(
            @PathParam("id") String id,
            NotificationRemark.Reason reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(id, "declines", ifMatch);
    }

    private Response step(String id, String step, @Nullable IfMatch ifMatch) {
        return below.write(
                "notification-" + step,
                Place.system("quality notification", id, "quality-notifications", id, step),
                QualityNotification.class,
                ifMatch);
    }
}
