package dev.interlock.system.dossier;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.master.BusinessId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// An item with everything that the ERP knows around it.
@Path("/system/v1/items/{itemId}/dossier")
@Tag(name = "Items")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ItemDossierResource {
    private static final int MOST_PLANTS = 50;

    private final ItemDossiers dossiers;
    private final OnBehalf caller;

    ItemDossierResource(ItemDossiers dossiers, OnBehalf caller) {
        this.dossiers = dossiers;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(
            value = {"item:read", "order:read", "inventory:read"},
            inclusive = true)
    @Operation(
            summary = "Read an item with everything that a change of it meets",
            description = "What it is made of is told at the revision and in the plants asked for.")
    public ItemDossier get(
            @PathParam("itemId") String itemId,
            @QueryParam("revision") @BusinessId @Nullable String revision,
            @QueryParam("plant") @Size(max = MOST_PLANTS) List<@BusinessId String> plant) {
        return dossiers.of(itemId, revision, new LinkedHashSet<>(plant), caller.sight())
                .orElseThrow(() -> new NotFound("item", itemId));
    }
}
