package dev.interlock.system.warehouse;

import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.RemoteEffect;
import dev.interlock.system.effect.Settlement;
import dev.interlock.system.vendor.ContentTag;
import dev.interlock.system.vendor.Routes;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Asks for material. Sent twice around a cancellation it would be asked for twice: so a doubt is
/// looked up.
record StoreStaging(Warehouse warehouse, Routes routes, StagingRequest wanted)
        implements RemoteEffect<StagingRequest> {

    @Override
    public String system() {
        return "WMS";
    }

    @Override
    public Settlement<StagingRequest> settlement() {
        return new Settlement.Verify<>(
                warehouse.quietTime(),
                _ ->
                        warehouse
                                .find(wanted.plant(), wanted.orderNumber())
                                .filter(standing -> standing.covers(wanted)));
    }

    @Override
    public Optional<Consumer<Handle>> before() {
        return Optional.of(handle ->
                routes.keep(handle, Routes.Kind.STAGING, wanted.orderNumber(), wanted.plant()));
    }

    @Override
    public StagingRequest send(String effectKey) {
        return warehouse.store(wanted, effectKey);
    }

    @Override
    public Done done(StagingRequest stored) {
        return Done.created("/system/v1/staging-requests/" + stored.orderNumber(), stored)
                .withEtag(ContentTag.of(stored));
    }
}
