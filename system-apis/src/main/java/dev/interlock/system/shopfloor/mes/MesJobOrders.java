package dev.interlock.system.shopfloor.mes;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.Effect;
import dev.interlock.system.shopfloor.JobOrder;
import dev.interlock.system.shopfloor.JobOrderBook;
import dev.interlock.system.shopfloor.JobState;
import dev.interlock.system.vendor.BackEnd;
import dev.interlock.system.vendor.BackEnds;
import dev.interlock.system.vendor.Refusals;
import dev.interlock.system.vendor.Refusals.Thing;
import dev.interlock.system.vendor.Reply;
import dev.interlock.system.vendor.Reply.Accepted;
import dev.interlock.system.vendor.Reply.Declined;
import dev.interlock.system.vendor.Reply.Silent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Job orders over the wire of the plants' MES.
@ApplicationScoped
class MesJobOrders implements JobOrderBook {
    private static final String SYSTEM = "MES";
    private static final List<String> STORED = List.of(JobState.NOT_ALLOWED_TO_START.name());

    private final BackEnds backEnds;

    MesJobOrders(BackEnds backEnds) {
        this.backEnds = backEnds;
    }

    @Override
    public Optional<JobOrder> find(String plant, String orderNumber) {
        var mes = backEnds.of(SYSTEM, plant);
        return mes.read(path(orderNumber), MesJobOrder.class)
                .map(job -> checked(mes, plant, orderNumber, job, Effect.NONE));
    }

    @Override
    public JobOrder store(JobOrder wanted, String effectKey) {
        var mes = backEnds.of(SYSTEM, wanted.plant());
        var call = Call.put(path(wanted.orderNumber()), MesJobOrder.Wanted.of(wanted));
        return answered(
                mes,
                wanted.plant(),
                wanted.orderNumber(),
                mes.effect(call, effectKey, MesJobOrder.class),
                List.of());
    }

    @Override
    public JobOrder start(String plant, String orderNumber, String effectKey) {
        var mes = backEnds.of(SYSTEM, plant);
        var call = Call.post(path(orderNumber) + "/start", Map.of());
        return answered(
                mes, plant, orderNumber, mes.effect(call, effectKey, MesJobOrder.class), STORED);
    }

    @Override
    public void revoke(String plant, String orderNumber, String effectKey) {
        var mes = backEnds.of(SYSTEM, plant);
        var call = Call.post(path(orderNumber) + "/revoke", Map.of());
        if (mes.effect(call, effectKey, Object.class) instanceof Declined<?> declined) {
            throw Refusals.of(
                    SYSTEM, declined, thing(orderNumber), () -> state(plant, orderNumber), STORED);
        }
    }

    @Override
    public Duration quietTime() {
        return backEnds.quietTime(SYSTEM);
    }

    private JobOrder answered(
            BackEnd mes,
            String plant,
            String orderNumber,
            Reply<MesJobOrder> reply,
            List<String> allowed) {
        return switch (reply) {
            case Accepted<MesJobOrder> done ->
                    checked(mes, plant, orderNumber, done.body(), Effect.UNKNOWN);
            case Silent<MesJobOrder> _ ->
                    throw mes.misbehaved(
                            "said nothing about job order " + orderNumber, Effect.UNKNOWN);
            case Declined<MesJobOrder> no ->
                    throw Refusals.of(
                            SYSTEM,
                            no,
                            thing(orderNumber),
                            () -> state(plant, orderNumber),
                            allowed);
        };
    }

    private String state(String plant, String orderNumber) {
        return find(plant, orderNumber).map(job -> job.state().name()).orElse("GONE");
    }

    private static JobOrder checked(
            BackEnd mes, String plant, String orderNumber, MesJobOrder job, Effect effect) {
        return job.toJobOrder(plant, orderNumber)
                .orElseThrow(() ->
                        mes.misbehaved(
                                "answered something else than job order " + orderNumber, effect));
    }

    private static Thing thing(String orderNumber) {
        return new Thing("job order", orderNumber);
    }

    private static String path(String orderNumber) {
        return "/job-orders/" + Call.encode(orderNumber);
    }
}
