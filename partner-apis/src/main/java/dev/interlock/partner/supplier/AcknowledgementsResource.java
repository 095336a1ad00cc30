package dev.interlock.partner.supplier;

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

/// What a supplier answers to its orders.
@Path("/partner/v1/purchase-orders/{orderNumber}/acknowledgements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Purchase orders")
@Extension(name = "x-smallrye-profile-supplier", value = "")
public class AcknowledgementsResource {
    private final Below below;

    AcknowledgementsResource(Below below) {
        this.below = below;
    }

    @GET
    @PermissionsAllowed("supplier:orders")
    @Operation(
            operationId = "listAcknowledgements",
            summary = "What has been answered, the first answer first, and what became of it")
    public Page<Acknowledgement> list(
            @PathParam("orderNumber") String orderNumber, @BeanParam Paging paging) {
        return below.list(of(orderNumber), paging, Acknowledgement.class);
    }

    @GET
    @Path("/{acknowledgementId}")
    @PermissionsAllowed("supplier:orders")
    @Operation(operationId = "getAcknowledgement", summary = "One answer, and what became of it")
    @APIResponseSchema(Acknowledgement.class)
    public Response get(
            @PathParam("orderNumber") String orderNumber,
            @PathParam("acknowledgementId") String acknowledgementId) {
        return below.read(
                Place.system(
                        "acknowledgement",
                        acknowledgementId,
                        "purchase-orders",
                        orderNumber,
                        "acknowledgements",
                        acknowledgementId),
                Acknowledgement.class);
    }

    @POST
    @PermissionsAllowed("supplier:orders")
    @Operation(
            operationId = "acknowledgePurchaseOrder",
            summary =
                    "Answer to lines of the order; a change waits for the buyer's decision, lines"
                            + " that are left out stay as they are")
    @APIResponseSchema(value = Acknowledgement.class, responseCode = "201")
    public Response acknowledge(
            @PathParam("orderNumber") String orderNumber,
            AcknowledgementDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return below.write(
                "purchase-order-acknowledgements", of(orderNumber), Acknowledgement.class, ifMatch);
    }

    private static Place of(String orderNumber) {
        return Place.system(
                "purchase order", orderNumber, "purchase-orders", orderNumber, "acknowledgements");
    }
}
