package dev.interlock.system.warehouse;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.effect.Effects;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Id;
import dev.interlock.system.vendor.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The staging requests of every plant, each in its own plant's warehouse system.
@ApplicationScoped
class StagingRequests {
    private final Warehouse warehouse;
    private final Routes routes;
    private final Effects effects;
    private final Caller caller;

    StagingRequests(Warehouse warehouse, Routes routes, Effects effects, Caller caller) {
        this.warehouse = warehouse;
        this.routes = routes;
        this.effects = effects;
        this.caller = caller;
    }

    Response find(String orderNumber) {
        return routes.plant(Routes.Kind.STAGING, known(orderNumber))
                .filter(caller::mayPlant)
                .flatMap(plant -> warehouse.find(plant, orderNumber))
                .map(request ->
                        Response.ok(request)
                                .header(HttpHeaders.ETAG, ContentTag.of(request))
                                .build())
                .orElseThrow(() -> new NotFound("staging request", orderNumber));
    }

    Response store(String orderNumber, StagingRequest.Wanted wanted) {
        return effects.performRemotely(
                "staging-request.store",
                new StoreStaging(warehouse, routes, wanted.forOrder(known(orderNumber))));
    }

    Response cancel(String orderNumber) {
        return effects.performRemotely(
                "staging-request.cancel", new CancelStaging(warehouse, routes, known(orderNumber)));
    }

    private static String known(String orderNumber) {
        return Id.path("staging request", orderNumber);
    }
}
