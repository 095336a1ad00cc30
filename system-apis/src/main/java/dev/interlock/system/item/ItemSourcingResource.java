package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
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

/// Who supplies an item, and in which units it is measured.
@Path("/system/v1/items/{itemId}")
@Tag(name = "Items")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ItemSourcingResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    ItemSourcingResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @Path("/suppliers")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read who supplies an item")
    public RestResponse<ItemSuppliers> suppliers(@PathParam("itemId") String itemId) {
        return Answers.of(
                erp.of(ItemSourcing.class).suppliers(itemId, caller.sight()), "item", itemId);
    }

    @PUT
    @Path("/suppliers")
    @PermissionsAllowed("item:write")
    @Operation(summary = "Say who supplies an item")
    @APIResponseSchema(value = ItemSuppliers.class, responseCode = "200")
    public Response putSuppliers(
            @PathParam("itemId") String itemId,
            ItemSuppliers.Draft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "item-suppliers-put",
                erp.of(ItemSourcing.class).putSuppliers(itemId, draft, ifMatch));
    }

    @GET
    @Path("/unit-conversions")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read in which units an item is measured")
    public RestResponse<UnitConversions> conversions(@PathParam("itemId") String itemId) {
        return Answers.of(
                erp.of(ItemSourcing.class).conversions(itemId, caller.sight()), "item", itemId);
    }

    @PUT
    @Path("/unit-conversions")
    @PermissionsAllowed("item:write")
    @Operation(summary = "Say in which units an item is measured")
    @APIResponseSchema(value = UnitConversions.class, responseCode = "200")
    public Response putConversions(
            @PathParam("itemId") String itemId,
            UnitConversions.Draft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "unit-conversions-put",
                erp.of(ItemSourcing.class).putConversions(itemId, draft, ifMatch));
    }
}
