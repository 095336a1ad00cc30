package dev.interlock.system.shipment;

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

/// Shipments.
@Path("/system/v1/shipments")
@Tag(name = "Shipments")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ShipmentsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    ShipmentsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("order:read")
    @Operation(summary = "List shipments in the order they were announced")
    public Page<Shipment> list(@BeanParam @Valid ShipmentQuery query) {
        return erp.of(Shipments.class).shipments(query, caller.sight());
    }

    @GET
    @Path("/{shipmentId}")
    @PermissionsAllowed("order:read")
    @Operation(summary = "Read a shipment")
    public RestResponse<Shipment> get(@PathParam("shipmentId") String shipmentId) {
        return Answers.of(
                erp.of(Shipments.class).shipment(shipmentId, caller.sight()),
                "shipment",
                shipmentId);
    }

    @POST
    @PermissionsAllowed("order:write")
    @Operation(summary = "Announce a shipment for a purchase order")
    @APIResponseSchema(value = Shipment.class, responseCode = "201")
    public Response announce(ShipmentDraft draft) {
        return effects.perform(
                "shipment-announce", erp.of(Shipments.class).announce(draft, caller.sight()));
    }

    @POST
    @Path("/{shipmentId}/departures")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Say that the shipment has left the supplier")
    @APIResponseSchema(value = Shipment.class, responseCode = "200")
    public Response depart(
            @PathParam("shipmentId") String shipmentId,
            ShipmentCommand.Departure departure,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("shipment-departures", shipmentId, departure, ifMatch);
    }

    @POST
    @Path("/{shipmentId}/arrivals")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Say that the shipment is at the plant; only the buyer's side may")
    @APIResponseSchema(value = Shipment.class, responseCode = "200")
    public Response arrive(
            @PathParam("shipmentId") String shipmentId,
            ShipmentCommand.Arrival arrival,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("shipment-arrivals", shipmentId, arrival, ifMatch);
    }

    @POST
    @Path("/{shipmentId}/receipts")
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "Take the shipment into stock, as announced or as counted; only the buyer's"
                            + " side may")
    @APIResponseSchema(value = Shipment.class, responseCode = "200")
    public Response receive(
            @PathParam("shipmentId") String shipmentId,
            ShipmentCommand.Receipt receipt,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("shipment-receipts", shipmentId, receipt, ifMatch);
    }

    @POST
    @Path("/{shipmentId}/cancellations")
    @PermissionsAllowed("order:write")
    @Operation(summary = "Cancel a shipment that has not arrived; one that has left with a reason")
    @APIResponseSchema(value = Shipment.class, responseCode = "200")
    public Response cancel(
            @PathParam("shipmentId") String shipmentId,
            ShipmentCommand.Cancellation cancellation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return perform("shipment-cancellations", shipmentId, cancellation, ifMatch);
    }

    private Response perform(
            String operation,
            String shipmentId,
            ShipmentCommand command,
            @Nullable IfMatch ifMatch) {
        return effects.perform(
                operation,
                erp.of(Shipments.class).perform(shipmentId, command, ifMatch, caller.sight()));
    }
}
