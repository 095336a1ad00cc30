package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import dev.interlock.system.master.Ids;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/// Suppliers.
@Path("/system/v1/suppliers/{supplierId}")
@Tag(name = "Suppliers")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SuppliersResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    SuppliersResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read a supplier")
    public RestResponse<Supplier> get(@PathParam("supplierId") String supplierId) {
        return Answers.of(
                erp.of(Masters.class).supplier(supplierId, caller.sight()), "supplier", supplierId);
    }

    @PUT
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change a supplier")
    @APIResponseSchema(value = Supplier.class, responseCode = "200")
    public Response put(
            @PathParam("supplierId") String supplierId,
            SupplierDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "supplier-put",
                erp.of(Masters.class)
                        .putSupplier(Ids.path("supplier", supplierId), draft, ifMatch));
    }
}
