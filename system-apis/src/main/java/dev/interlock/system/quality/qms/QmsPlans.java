package dev.interlock.system.quality.qms;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.Effect;
import dev.interlock.system.quality.InspectionPlan;
import dev.interlock.system.quality.PlanStore;
import dev.interlock.system.vendor.BackEnd;
import dev.interlock.system.vendor.BackEnds;
import dev.interlock.system.vendor.Refusals;
import dev.interlock.system.vendor.Refusals.Thing;
import dev.interlock.system.vendor.Reply.Accepted;
import dev.interlock.system.vendor.Reply.Declined;
import dev.interlock.system.vendor.Reply.Silent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Inspection plans over the wire of the QMS.
@ApplicationScoped
class QmsPlans implements PlanStore {
    private static final String SYSTEM = "QMS";

    private final BackEnds backEnds;

    QmsPlans(BackEnds backEnds) {
        this.backEnds = backEnds;
    }

    @Override
    public Optional<InspectionPlan> find(String plant, String itemId, String revision) {
        var qms = backEnds.of(SYSTEM, plant);
        return qms.read(path(plant, itemId, revision), QmsPlan.class)
                .map(plan -> checked(qms, plan.toPlan(plant, itemId, revision), Effect.NONE));
    }

    @Override
    public InspectionPlan store(InspectionPlan wanted, String effectKey) {
        var qms = backEnds.of(SYSTEM, wanted.plant());
        var call =
                Call.put(
                        path(wanted.plant(), wanted.itemId(), wanted.revision()),
                        QmsPlan.of(wanted));
        return switch (qms.effect(call, effectKey, QmsPlan.class)) {
            case Accepted<QmsPlan> done ->
                    checked(
                            qms,
                            done.body().toPlan(wanted.plant(), wanted.itemId(), wanted.revision()),
                            Effect.UNKNOWN);
            case Silent<QmsPlan> _ -> wanted;
            case Declined<QmsPlan> _ ->
                    throw Refusals.refused(
                            SYSTEM,
                            new Thing(
                                    "inspection plan", wanted.itemId() + "/" + wanted.revision()));
        };
    }

    private static InspectionPlan checked(
            BackEnd qms, Optional<InspectionPlan> plan, Effect effect) {
        return plan.orElseThrow(
                () -> qms.misbehaved("answered something else than an inspection plan", effect));
    }

    private static String path(String plant, String itemId, String revision) {
        return "/plans/"
                + Call.encode(plant)
                + "/"
                + Call.encode(itemId)
                + "/"
                + Call.encode(revision);
    }
}
