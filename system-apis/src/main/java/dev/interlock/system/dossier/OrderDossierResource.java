package dev.interlock.system.dossier;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A production order with everything that the ERP knows around it.
@Path("/system/v1/production-orders/{orderNumber}/dossier")
@Tag(name = "Production orders")
@Extension(name = "x-smallrye-profile-order", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OrderDossierResource {
    private final OrderDossiers dossiers;
    private final OnBehalf caller;

    OrderDossierResource(OrderDossiers dossiers, OnBehalf caller) {
        this.dossiers = dossiers;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(
            value = {"order:read", "item:read", "inventory:read"},
            inclusive = true)
    @Operation(summary = "Read a production order with everything that stands around it")
    public OrderDossier get(@PathParam("orderNumber") String orderNumber) {
        return dossiers.of(orderNumber, caller.sight())
                .orElseThrow(() -> new NotFound("production order", orderNumber));
    }
}
