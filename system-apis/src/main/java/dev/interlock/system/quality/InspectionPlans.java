package dev.interlock.system.quality;

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

/// Inspection plans, each in the quality system of its plant.
@ApplicationScoped
class InspectionPlans {
    private final PlanStore store;
    private final Effects effects;
    private final Caller caller;

    InspectionPlans(PlanStore store, Effects effects, Caller caller) {
        this.store = store;
        this.effects = effects;
        this.caller = caller;
    }

    Response find(String plant, String itemId, String revision) {
        return store.find(plant(plant), Id.path("item", itemId), Id.path("revision", revision))
                .map(plan ->
                        Response.ok(plan).header(HttpHeaders.ETAG, ContentTag.of(plan)).build())
                .orElseThrow(() ->
                        new NotFound("inspection plan", String.join("/", plant, itemId, revision)));
    }

    Response put(
            String plant,
            String itemId,
            String revision,
            @Nullable String ifMatch,
            PlanRequest request) {
        var wanted =
                request.toPlan(
                        plant(plant), Id.path("item", itemId), Id.path("revision", revision));
        return effects.performRemotely(
                "inspection-plan.put",
                new Document<>(
                        "QMS",
                        String.join("/", "/system/v1/inspection-plans", plant, itemId, revision),
                        wanted,
                        ifMatch,
                        () -> store.find(plant, itemId, revision),
                        key -> store.store(wanted, key),
                        null));
    }

    private String plant(String plant) {
        if (!caller.mayPlant(Id.path("plant", plant))) {
            throw new NotFound("plant", plant);
        }
        return plant;
    }
}
