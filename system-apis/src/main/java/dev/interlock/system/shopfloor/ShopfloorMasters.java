package dev.interlock.system.shopfloor;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Document;
import dev.interlock.system.vendor.Id;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What the plants' MES can make.
@ApplicationScoped
class ShopfloorMasters {
    private final MasterStore store;
    private final Effects effects;
    private final Caller caller;

    ShopfloorMasters(MasterStore store, Effects effects, Caller caller) {
        this.store = store;
        this.effects = effects;
        this.caller = caller;
    }

    Response find(String plant, String itemId, String revision) {
        requirePlant(plant);
        return store.find(plant, item(itemId), revision(revision))
                .map(master ->
                        Response.ok(master).header(HttpHeaders.ETAG, ContentTag.of(master)).build())
                .orElseThrow(() ->
                        new NotFound(
                                "shopfloor master", String.join("/", plant, itemId, revision)));
    }

    Response put(
            String plant,
            String itemId,
            String revision,
            @Nullable String ifMatch,
            MasterRequest request) {
        requirePlant(plant);
        var wanted = request.toMaster(plant, item(itemId), revision(revision));
        return effects.performRemotely(
                "shopfloor-master.put",
                new Document<>(
                        "MES",
                        String.join("/", "/system/v1/shopfloor-masters", plant, itemId, revision),
                        wanted,
                        ifMatch,
                        () -> store.find(plant, itemId, revision),
                        key -> store.store(wanted, key),
                        null));
    }

    private void requirePlant(String plant) {
        if (!caller.mayPlant(plant) || !store.serves(plant)) {
            throw new NotFound("plant", plant);
        }
    }

    private static String item(String itemId) {
        return Id.path("item", itemId);
    }

    private static String revision(String revision) {
        return Id.path("revision", revision);
    }
}
