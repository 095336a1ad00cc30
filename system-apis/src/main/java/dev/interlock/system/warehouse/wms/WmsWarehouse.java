package dev.interlock.system.warehouse.wms;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.Effect;
import dev.interlock.system.vendor.BackEnd;
import dev.interlock.system.vendor.BackEnds;
import dev.interlock.system.vendor.Refusals;
import dev.interlock.system.vendor.Refusals.Thing;
import dev.interlock.system.vendor.Reply;
import dev.interlock.system.vendor.Reply.Accepted;
import dev.interlock.system.vendor.Reply.Declined;
import dev.interlock.system.vendor.Reply.Silent;
import dev.interlock.system.warehouse.StagingRequest;
import dev.interlock.system.warehouse.StagingRequest.Status;
import dev.interlock.system.warehouse.Warehouse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Staging requests over the wire of the WMS.
@ApplicationScoped
class WmsWarehouse implements Warehouse {
    private static final String SYSTEM = "WMS";

    private final BackEnds backEnds;

    WmsWarehouse(BackEnds backEnds) {
        this.backEnds = backEnds;
    }

    @Override
    public Optional<StagingRequest> find(String plant, String orderNumber) {
        var wms = backEnds.of(SYSTEM, plant);
        return wms.read(path(orderNumber), WmsStaging.class)
                .map(staging -> checked(wms, plant, orderNumber, staging, Effect.NONE));
    }

    @Override
    public StagingRequest store(StagingRequest wanted, String effectKey) {
        var wms = backEnds.of(SYSTEM, wanted.plant());
        var call = Call.put(path(wanted.orderNumber()), WmsStaging.Wanted.of(wanted));
        return answered(
                wms,
                wanted.plant(),
                wanted.orderNumber(),
                wms.effect(call, effectKey, WmsStaging.class),
                List.of(Status.CANCELLED.name()));
    }

    @Override
    public StagingRequest cancel(String plant, String orderNumber, String effectKey) {
        var wms = backEnds.of(SYSTEM, plant);
        var call = Call.post(path(orderNumber) + "/cancel", Map.of());
        return answered(
                wms,
                plant,
                orderNumber,
                wms.effect(call, effectKey, WmsStaging.class),
                List.of(Status.REQUESTED.name(), Status.CANCELLED.name()));
    }

    @Override
    public Duration quietTime() {
        return backEnds.quietTime(SYSTEM);
    }

    private StagingRequest answered(
            BackEnd wms,
            String plant,
            String orderNumber,
            Reply<WmsStaging> reply,
            List<String> allowed) {
        return switch (reply) {
            case Accepted<WmsStaging> done ->
                    checked(wms, plant, orderNumber, done.body(), Effect.UNKNOWN);
            case Silent<WmsStaging> _ ->
                    throw wms.misbehaved(
                            "said nothing about staging " + orderNumber, Effect.UNKNOWN);
            case Declined<WmsStaging> no ->
                    throw Refusals.of(
                            SYSTEM,
                            no,
                            new Thing("staging request", orderNumber),
                            () -> state(plant, orderNumber),
                            allowed);
        };
    }

    private String state(String plant, String orderNumber) {
        return find(plant, orderNumber).map(staging -> staging.status().name()).orElse("GONE");
    }

    private static StagingRequest checked(
            BackEnd wms, String plant, String orderNumber, WmsStaging staging, Effect effect) {
        return staging.toRequest(plant, orderNumber)
                .orElseThrow(() ->
                        wms.misbehaved(
                                "answered something else than staging " + orderNumber, effect));
    }

    private static String path(String orderNumber) {
        return "/staging/" + Call.encode(orderNumber);
    }
}
