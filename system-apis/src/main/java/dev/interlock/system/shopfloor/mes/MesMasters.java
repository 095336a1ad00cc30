package dev.interlock.system.shopfloor.mes;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.problem.Effect;
import dev.interlock.system.shopfloor.MasterStore;
import dev.interlock.system.shopfloor.ShopfloorMaster;
import dev.interlock.system.vendor.BackEnd;
import dev.interlock.system.vendor.BackEnds;
import dev.interlock.system.vendor.Refusals;
import dev.interlock.system.vendor.Refusals.Thing;
import dev.interlock.system.vendor.Reply.Accepted;
import dev.interlock.system.vendor.Reply.Declined;
import dev.interlock.system.vendor.Reply.Silent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Material definitions over the wire of the plants' MES.
@ApplicationScoped
class MesMasters implements MasterStore {
    private static final String SYSTEM = "MES";

    private final BackEnds backEnds;

    MesMasters(BackEnds backEnds) {
        this.backEnds = backEnds;
    }

    @Override
    public boolean serves(String plant) {
        return backEnds.find(SYSTEM, plant).isPresent();
    }

    @Override
    public Optional<ShopfloorMaster> find(String plant, String itemId, String revision) {
        var mes = backEnds.of(SYSTEM, plant);
        return mes.read(path(itemId, revision), MesDefinition.class)
                .map(definition ->
                        checked(mes, definition.toMaster(plant, itemId, revision), Effect.NONE));
    }

    @Override
    public ShopfloorMaster store(ShopfloorMaster wanted, String effectKey) {
        var mes = backEnds.of(SYSTEM, wanted.plant());
        var call = Call.put(path(wanted.itemId(), wanted.revision()), MesDefinition.of(wanted));
        return switch (mes.effect(call, effectKey, MesDefinition.class)) {
            case Accepted<MesDefinition> done ->
                    checked(
                            mes,
                            done.body()
                                    .toMaster(wanted.plant(), wanted.itemId(), wanted.revision()),
                            Effect.UNKNOWN);
            case Silent<MesDefinition> _ -> wanted;
            case Declined<MesDefinition> _ ->
                    throw Refusals.refused(
                            SYSTEM,
                            new Thing(
                                    "material definition",
                                    wanted.itemId() + "/" + wanted.revision()));
        };
    }

    private static ShopfloorMaster checked(
            BackEnd mes, Optional<ShopfloorMaster> master, Effect effect) {
        return master.orElseThrow(
                () -> mes.misbehaved("answered something else than a material definition", effect));
    }

    private static String path(String itemId, String revision) {
        return "/material-definitions/" + Call.encode(itemId) + "/" + Call.encode(revision);
    }
}
