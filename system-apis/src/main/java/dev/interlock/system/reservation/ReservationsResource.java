package dev.interlock.system.reservation;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Reservations.
@Path("/system/v1/reservations")
@Tag(name = "Reservations")
@Extension(name = "x-smallrye-profile-inventory", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReservationsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    ReservationsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "List reservations, the newest first")
    public Page<Reservation> list(@BeanParam @Valid ReservationQuery query) {
        return erp.of(Reservations.class).reservations(query, caller.sight());
    }

    @GET
    @Path("/{reservationId}")
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "Read a reservation")
    public RestResponse<Reservation> get(@PathParam("reservationId") String reservationId) {
        return Answers.of(
                erp.of(Reservations.class).reservation(reservationId, caller.sight()),
                "reservation",
                reservationId);
    }

    @POST
    @PermissionsAllowed("inventory:write")
    @Operation(
            summary =
                    "Reserve all components of an order, or nothing; or what there is, where a"
                            + " shortage is accepted")
    @APIResponseSchema(value = Reservation.class, responseCode = "201")
    public Response reserve(ReservationDraft draft) {
        return effects.perform(
                "reservation-make", erp.of(Reservations.class).reserve(draft, caller.sight()));
    }

    @POST
    @Path("/{reservationId}/cancellations")
    @PermissionsAllowed("inventory:write")
    @Operation(summary = "Give a reservation back")
    @APIResponseSchema(value = Reservation.class, responseCode = "200")
    public Response cancel(
            @PathParam("reservationId") String reservationId, Cancellation cancellation) {
        return effects.perform(
                "reservation-cancel",
                erp.of(Reservations.class).cancel(reservationId, cancellation, caller.sight()));
    }
}
