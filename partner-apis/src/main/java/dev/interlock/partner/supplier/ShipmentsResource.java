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

/// A supplier's shipments.
@Path("/partner/v1/shipments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Shipments")
@Extension(name = "x-smallrye-profile-supplier", value = "")
public class ShipmentsResource {
    private final Below below;

    ShipmentsResource(Below below) {
        this.below = below;
    }

    @GET
    @PermissionsAllowed("supplier:shipments")
    @Operation(
            operationId = "listShipments",
            summary = "The supplier's own shipments in the order they were announced")
    public Page<Shipment> list(@BeanParam Paging paging) {
        return below.list(Place.system("shipments", "", "shipments"), paging, Shipment.class);
    }

    @GET
    @Path("/{shipmentId}")
    @PermissionsAllowed("supplier:shipments")
    @Operation(
            operationId = "getShipment",
            summary = "One shipment; another supplier's answers as unknown")
    @APIResponseSchema(Shipment.class)
    public Response get(@PathParam("shipmentId") String shipmentId) {
        return below.read(
                Place.system("shipment", shipmentId, "shipments", shipmentId), Shipment.class);
    }

    @POST
    @PermissionsAllowed("supplier:shipments")
    @Operation(
            operationId = "announceShipment",
            summary = "Announce a shipment for one of the supplier's orders")
    @APIResponseSchema(value = Shipment.class, responseCode = "201")
    public Response announce(ShipmentDraft draft) {
        return below.write(
                "shipment-announce",
                Place.system("purchase order", draft.orderNumber(), "shipments"),
                Shipment.class,
                null);
    }

    @POST
    @Path("/{shipmentId}/departures")
    @PermissionsAllowed("supplier:shipments")
    @Operation(operationId = "departShipment", summary = "Say that the shipment has left")
    @APIResponseSchema(value = Shipment.class, responseCode = "200")
    public Response depart(
            @PathParam("shipmentId") String shipmentId,
            ShipmentStep.Departure departure,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(shipmentId, "departures", ifMatch);
    }

    @POST
    @Path("/{shipmentId}/cancellations")
    @PermissionsAllowed("supplier:shipments")
    @Operation(
            operationId = "cancelShipment",
            summary = "It will not come; one that has left needs a reason")
    @APIResponseSchema(value = Shipment.class, responseCode = "200")
    public Response cancel(
            @PathParam("shipmentId") String shipmentId,
            ShipmentStep.Cancellation cancellation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return step(shipmentId, "cancellations", ifMatch);
    }

    private Response step(String shipmentId, String step, @Nullable IfMatch ifMatch) {
        return below.write(
                "shipment-" + step,
                Place.system("shipment", shipmentId, "shipments", shipmentId, step),
                Shipment.class,
                ifMatch);
    }
}
