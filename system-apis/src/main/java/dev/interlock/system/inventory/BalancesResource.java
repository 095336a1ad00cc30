package dev.interlock.system.inventory;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Balances.
@Path("/system/v1/balances")
@Tag(name = "Stock")
@Extension(name = "x-smallrye-profile-inventory", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BalancesResource {
    private final Erp erp;
    private final OnBehalf caller;

    BalancesResource(Erp erp, OnBehalf caller) {
        this.erp = erp;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("inventory:read")
    @Operation(summary = "List what lies where")
    public Page<Balance> list(@BeanParam @Valid BalanceQuery query) {
        var stock =
                query.plant() == null ? erp.of(Stock.class) : erp.of(Stock.class, query.plant());
        return stock.balances(query, caller.sight());
    }
}
