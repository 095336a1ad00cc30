package dev.interlock.system.confirmation;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
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

/// Confirmations of a production order.
@Path("/system/v1/production-orders/{orderNumber}/confirmations")
@Tag(name = "Production orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConfirmationsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    ConfirmationsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("order:read")
    @Operation(summary = "List what was confirmed, the newest first")
    public Page<Confirmation> list(
            @PathParam("orderNumber") String orderNumber,
            @BeanParam @Valid ConfirmationQuery query) {
        return erp.of(Confirmations.class)
                .confirmations(orderNumber, query, caller.sight())
                .orElseThrow(() -> new NotFound("production order", orderNumber));
    }

    @GET
    @Path("/{confirmationId}")
    @PermissionsAllowed("order:read")
    @Operation(summary = "Read a confirmation")
    public Confirmation get(
            @PathParam("orderNumber") String orderNumber,
            @PathParam("confirmationId") String confirmationId) {
        return erp.of(Confirmations.class)
                .confirmation(orderNumber, confirmationId, caller.sight())
                .orElseThrow(() -> new NotFound("confirmation", confirmationId));
    }

    @POST
    @PermissionsAllowed("order:write")
    @Operation(
            summary =
                    "Confirm what an operation has made: components that are backflushed are used"
                            + " up, what the last operation yields is received, all or nothing",
            description =
                    "The first confirmation sets the order in process, the final one of every"
                            + " operation confirms it, and it is delivered once its yield is in"
                            + " stock. The externalId makes it count once: said again with the"
                            + " same content, 200 with what stands.")
    @APIResponseSchema(value = Confirmation.class, responseCode = "201")
    public Response confirm(@PathParam("orderNumber") String orderNumber, ConfirmationDraft draft) {
        return effects.perform(
                "production-order-confirmations",
                erp.of(Confirmations.class).confirm(orderNumber, draft, caller.sight()));
    }
}
