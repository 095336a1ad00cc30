package dev.interlock.system.notification;

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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Quality notifications.
@Path("/system/v1/quality-notifications")
@Tag(name = "Quality notifications")
@Extension(name = "x-smallrye-profile-quality", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NotificationsResource {
    private final Notifications notifications;
    private final Effects effects;
    private final OnBehalf caller;

    NotificationsResource(Notifications notifications, Effects effects, OnBehalf caller) {
        this.notifications = notifications;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("quality:read")
    @Operation(summary = "List quality notifications in the order they were made")
    public Page<QualityNotification> list(@BeanParam @Valid NotificationQuery query) {
        return notifications.notifications(query, caller.sight());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("quality:read")
    @Operation(
            summary =
                    "Read a quality notification; what its receiver reads for the first time is"
                            + " received")
    public RestResponse<QualityNotification> get(@PathParam("id") String id) {
        return Answers.of(
                notifications.notification(id, caller.sight()), "quality notification", id);
    }

    @POST
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Make a notification; its receiver sees nothing of it yet")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "201")
    public Response create(NotificationDraft draft) {
        return effects.perform("notification-create", notifications.create(draft, caller.sight()));
    }

    @POST
    @Path("/{id}/sendings")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Send it to the supplier")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response send(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform(id, NotificationStep.SEND, remark, ifMatch);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Acknowledge it; only the receiver may")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response acknowledge(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform(id, NotificationStep.ACKNOWLEDGE, remark, ifMatch);
    }

    @POST
    @Path("/{id}/acceptances")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Accept what it says; only the receiver may")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response accept(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform(id, NotificationStep.ACCEPT, remark, ifMatch);
    }

    @POST
    @Path("/{id}/declines")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Decline it, with a reason; only the receiver may")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response decline(
            @PathParam("id") String id,
            NotificationRemark.Reason reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform(id, NotificationStep.DECLINE, reason, ifMatch);
    }

    @POST
    @Path("/{id}/closures")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Close an answered notification; only the sender may")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response close(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform(id, NotificationStep.CLOSE, remark, ifMatch);
    }

    @POST
    @Path("/{id}/cancellations")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Cancel a notification that has not been sent; only the sender may")
    @APIResponseSchema(value = QualityNotification.class, responseCode = "200")
    public Response cancel(
            @PathParam("id") String id,
            NotificationRemark.Free remark,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform(id, NotificationStep.CANCEL, remark, ifMatch);
    }

    private Response perform(
            String id,
            NotificationStep step,
            NotificationRemark remark,
            @Nullable IfMatch ifMatch) {
        return effects.perform(
                "notification-" + step.name().toLowerCase(Locale.ROOT),
                notifications.perform(id, step, remark, ifMatch, caller.sight()));
    }
}
