package dev.interlock.system.warehouse;

import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Routes;

/// Calls material off.
record CancelStaging(Warehouse warehouse, Routes routes, String orderNumber)
        implements RemoteEffect<StagingRequest> {

    @Override
    public String system() {
        return "WMS";
    }

    @Override
    public Settlement<StagingRequest> settlement() {
        return new Settlement.Idempotent<>();
    }

    @Override
    public StagingRequest send(String effectKey) {
        var plant =
                routes.plant(Routes.Kind.STAGING, orderNumber)
                        .orElseThrow(() -> new NotFound("staging request", orderNumber));
        return warehouse.cancel(plant, orderNumber, effectKey);
    }

    @Override
    public Done done(StagingRequest cancelled) {
        return Done.ok(cancelled).withEtag(ContentTag.of(cancelled));
    }
}
