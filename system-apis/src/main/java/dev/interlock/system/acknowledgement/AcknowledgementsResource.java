package dev.interlock.system.acknowledgement;

import dev.interlock.platform.etag.IfMatch;
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

/// Acknowledgements of a purchase order.
@Path("/system/v1/purchase-orders/{orderNumber}/acknowledgements")
@Tag(name = "Purchase orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AcknowledgementsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    AcknowledgementsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("order:read")
    @Operation(summary = "List what the supplier has answered, the first answer first")
    public Page<Acknowledgement> list(
            @PathParam("orderNumber") String orderNumber,
            @BeanParam @Valid AcknowledgementQuery query) {
        return erp.of(Acknowledgements.class).acknowledgements(orderNumber, query, caller.sight());
    }

    @GET
    @Path("/{acknowledgementId}")
    @PermissionsAllowed("order:read")
    @Operation(summary = "Read an acknowledgement")
    public RestResponse<Acknowledgement> get(
            @PathParam("orderNumber") String orderNumber,
            @PathParam("acknowledgementId") String acknowledgementId) {
        return Answers.of(
                erp.of(Acknowledgements.class)
                        .acknowledgement(orderNumber, acknowledgementId, caller.sight()),
                "acknowledgement",
                acknowledgementId);
    }

    @POST
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "Answer to lines of the order; a change waits for the buyer's decision before"
                            + " the order takes it")
    @APIResponseSchema(value = Acknowledgement.class, responseCode = "201")
    public Response acknowledge(
            @PathParam("orderNumber") String orderNumber,
            AcknowledgementDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "purchase-order-acknowledgements",
                erp.of(Acknowledgements.class)
                        .acknowledge(orderNumber, draft, ifMatch, caller.sight()));
    }

    @POST
    @Path("/{acknowledgementId}/decisions")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Take or refuse the supplier's changes; only the buyer's side may")
    @APIResponseSchema(value = Acknowledgement.class, responseCode = "200")
    public Response decide(
            @PathParam("orderNumber") String orderNumber,
            @PathParam("acknowledgementId") String acknowledgementId,
            ChangeDecisions decisions,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "purchase-order-decisions",
                erp.of(Acknowledgements.class)
                        .decide(
                                orderNumber,
                                acknowledgementId,
                                decisions,
                                ifMatch,
                                caller.sight()));
    }
}
