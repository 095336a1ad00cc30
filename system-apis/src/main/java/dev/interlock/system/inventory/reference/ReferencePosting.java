package dev.interlock.system.inventory.reference;

import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.access.Sight;
import dev.interlock.system.anchor.Anchors;
import dev.interlock.system.event.EventType;
import dev.interlock.system.event.Outbox;
import dev.interlock.system.hold.HoldGate;
import dev.interlock.system.inventory.Movement;
import dev.interlock.system.inventory.MovementDraft;
import dev.interlock.system.inventory.MovementRules;
import dev.interlock.system.inventory.MovementWitness;
import dev.interlock.system.inventory.Posting;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.unit.Units;
import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsageGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Posts movements. The order of locks is always the same: holds, orders, items.
@ApplicationScoped
class ReferencePosting implements Posting {
    private static final List<String> REVERSIBLE = List.of("POSTED");

    private final MovementTable movements;
    private final BalanceTable balances;
    private final StockFacts facts;
    private final Units units;
    private final Anchors anchors;
    private final HoldGate holds;
    private final UsageGate usage;
    private final Instance<MovementWitness> witnesses;
    private final Outbox outbox;
    private final OnBehalf caller;

    ReferencePosting(
            MovementTable movements,
            BalanceTable balances,
            StockFacts facts,
            Units units,
            Anchors anchors,
            HoldGate holds,
            UsageGate usage,
            @Any Instance<MovementWitness> witnesses,
            Outbox outbox,
            OnBehalf caller) {
        this.movements = movements;
        this.balances = balances;
        this.facts = facts;
        this.units = units;
        this.anchors = anchors;
        this.holds = holds;
        this.usage = usage;
        this.witnesses = witnesses;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public Movement post(Handle handle, MovementDraft draft, Sight sight) {
        holds.pass(handle);
        var refusal = new Refusal();
        var base = check(handle, draft, sight, refusal);
        witnesses.forEach(witness -> witness.before(handle, draft, refusal));
        refusal.throwIfAny();
        return book(handle, draft, base, null);
    }

    /// Takes it back: the same, with its places the other way round.
    Movement reverse(Handle handle, Movement movement, @Nullable String reasonCode) {
        if (movement.reversalOf() != null) {
            throw new WrongState("movement", movement.movementId(), "REVERSAL", REVERSIBLE);
        }
        var draft =
                new MovementDraft(
                        movement.type(),
                        movement.itemId(),
                        movement.plant(),
                        movement.to(),
                        movement.from(),
                        movement.lot(),
                        movement.quantity(),
                        movement.orderNumber(),
                        movement.purchaseOrderNumber(),
                        movement.purchaseOrderLine(),
                        reasonCode);
        holds.pass(handle);
        var refusal = new Refusal();
        witnesses.forEach(witness -> witness.before(handle, draft, refusal));
        refusal.throwIfAny();
        return book(handle, draft, movement.quantity().value(), movement.movementId());
    }

    private Movement book(
            Handle handle, MovementDraft draft, BigDecimal base, @Nullable String reversalOf) {
        anchors.hold(handle, draft.plant(), List.of(draft.itemId()));
        if (reversalOf != null && movements.isReversed(handle, reversalOf)) {
            throw new WrongState("movement", reversalOf, "REVERSED", REVERSIBLE);
        }
        var movement = movements.insert(handle, draft, base, caller.actor(), reversalOf);
        if (!balances.apply(handle, movement)) {
            var refusal = new Refusal();
            refusal.add(
                    "/quantity",
                    "insufficient-stock",
                    "Less of %s lies there.".formatted(draft.itemId()));
            refusal.throwIfAny(ProblemType.INSUFFICIENT_STOCK);
        }
        witnesses.forEach(witness -> witness.after(handle, movement));
        outbox.record(
                handle,
                EventType.ERP_INVENTORY_MOVED,
                "stock/" + draft.itemId() + "/" + draft.plant(),
                movement);
        return movement;
    }

    private BigDecimal check(Handle handle, MovementDraft draft, Sight sight, Refusal refusal) {
        var place = facts.place(handle, draft.plant(), draft.itemId(), sight);
        refusal.unless(
                place.knowsPlant(),
                "/plant",
                "unknown-plant",
                "There is no plant %s.".formatted(draft.plant()));
        if (place.batchManaged() == null) {
            refusal.unknown("/itemId", "item", draft.itemId());
            refusal.throwIfAny();
        }
        MovementRules.check(draft, Boolean.TRUE.equals(place.batchManaged()), refusal);
        usage.blocked(handle, draft.plant(), UsageFunction.INVENTORY, draft.itemId())
                .refuse(draft.itemId(), "/itemId", refusal);
        if (draft.type() == Movement.Type.ISSUE) {
            refusal.unless(
                    !facts.isHeld(handle, draft.itemId(), draft.lot()),
                    "/itemId",
                    "on-hold",
                    "%s is on hold."
                            .formatted(
                                    draft.lot() == null
                                            ? draft.itemId()
                                            : draft.itemId() + "/" + draft.lot()));
        }
        var base =
                units.of(handle, draft.itemId())
                        .toBase(
                                draft.itemId(),
                                draft.quantity(),
                                "/quantity",
                                refusal.violations());
        refusal.throwIfAny();
        return base == null ? BigDecimal.ZERO : base;
    }
}
