package dev.interlock.system.item;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.master.Answers;
import dev.interlock.system.master.Ids;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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

/// Items.
@Path("/system/v1/items")
@Tag(name = "Items")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ItemsResource {
    private final Erp erp;
    private final Effects effects;
    private final OnBehalf caller;

    ItemsResource(Erp erp, Effects effects, OnBehalf caller) {
        this.erp = erp;
        this.effects = effects;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "List items")
    public Page<Item> list(@BeanParam @Valid ItemQuery query) {
        return erp.of(ItemMaster.class).items(query, caller.sight());
    }

    @GET
    @Path("/{itemId}")
    @PermissionsAllowed("item:read")
    @Operation(summary = "Read an item")
    public RestResponse<Item> get(@PathParam("itemId") String itemId) {
        return Answers.of(erp.of(ItemMaster.class).item(itemId, caller.sight()), "item", itemId);
    }

    @PUT
    @Path("/{itemId}")
    @PermissionsAllowed("item:write")
    @Operation(summary = "Create or change an item")
    @APIResponseSchema(value = Item.class, responseCode = "200")
    public Response put(
            @PathParam("itemId") String itemId,
            ItemDraft draft,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable IfMatch ifMatch) {
        return effects.perform(
                "item-put", erp.of(ItemMaster.class).put(Ids.path("item", itemId), draft, ifMatch));
    }
}
