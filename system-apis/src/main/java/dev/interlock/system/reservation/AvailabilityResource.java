package dev.interlock.system.reservation;

import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Availability to promise. A POST because the question is long; it moves and reserves nothing and
/// needs no key.
@Path("/system/v1/availability-checks")
@Tag(name = "Reservations")
@Extension(name = "x-smallrye-profile-inventory", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AvailabilityResource {
    private final Erp erp;
    private final OnBehalf caller;

    AvailabilityResource(Erp erp, OnBehalf caller) {
        this.erp = erp;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "Ask what can be promised, and when")
    public Availability.Answer check(AvailabilityRequest request) {
        return erp.of(Availabilities.class, request.plant()).check(request, caller.sight());
    }
}
