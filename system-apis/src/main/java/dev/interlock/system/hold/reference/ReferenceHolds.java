package dev.interlock.system.hold.reference;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.effect.Done;
import dev.interlock.system.effect.LocalWrite;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.hold.Hold;
import dev.interlock.system.hold.HoldDraft;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.hold.HoldQuery;
import dev.interlock.system.hold.HoldRelease;
import dev.interlock.system.hold.Holds;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.sql.Listing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Holds of the embedded reference ERP.
@ApplicationScoped
@Identifier("reference")
class ReferenceHolds implements Holds {
    private final Jdbi jdbi;
    private final HoldTable table;
    private final HoldGate gate;
    private final Outbox outbox;
    private final OnBehalf caller;

    ReferenceHolds(Jdbi jdbi, HoldTable table, HoldGate gate, Outbox outbox, OnBehalf caller) {
        this.jdbi = jdbi;
        this.table = table;
        this.gate = gate;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public Optional<Hold> hold(String holdId, Sight sight) {
        return jdbi.withHandle(handle -> table.find(handle, holdId, sight));
    }

    @Override
    public Page<Hold> holds(HoldQuery query, Sight sight) {
        return Listing.of(jdbi, handle -> table.list(handle, query, sight));
    }

    @Override
    public List<Hold> activeOn(Set<String> targets, Sight sight) {
        return jdbi.withHandle(handle -> table.activeOn(handle, targets, sight));
    }

    @Override
    public LocalWrite place(HoldDraft draft, Sight sight) {
        return handle -> {
            gate.close(handle);
            var refusal = new Refusal();
            refusal.unless(
                    table.knowsTarget(handle, draft, sight),
                    "/target",
                    "unknown-target",
                    "There is no %s to hold.".formatted(draft.target()));
            refusal.throwIfAny();
            var hold = table.insert(handle, draft, caller.actor());
            outbox.record(handle, EventType.QUALITY_HOLD_PLACED, key(hold), hold);
            return Done.created("/system/v1/holds/" + hold.holdId(), hold, hold.version());
        };
    }

    @Override
    public LocalWrite release(String holdId, HoldRelease release, Sight sight) {
        return handle -> {
            var _ =
                    table.find(handle, holdId, sight)
                            .orElseThrow(() -> new NotFound("hold", holdId));
            var hold =
                    table.release(handle, holdId, release.evidence(), caller.actor())
                            .orElseThrow(() ->
                                    new WrongState("hold", holdId, "RELEASED", List.of("ACTIVE")));
            outbox.record(handle, EventType.QUALITY_HOLD_RELEASED, key(hold), hold);
            return Done.ok(hold, hold.version());
        };
    }

    private static String key(Hold hold) {
        return "hold/" + hold.holdId();
    }
}
