package dev.interlock.system.structure.reference;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.structure.Operation;
import dev.interlock.system.structure.RoutingDraft;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.StructureStatus;
import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsageGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a routing has to fit before the ERP takes it: every reason against it at once.
@ApplicationScoped
class RoutingRules {
    private final StructureFacts facts;
    private final UsageGate usage;

    RoutingRules(StructureFacts facts, UsageGate usage) {
        this.facts = facts;
        this.usage = usage;
    }

    /// `unit` is the item's base unit.
    void check(Handle handle, StructureKey key, RoutingDraft draft, String unit) {
        var refusal = new Refusal();
        BomRules.checkDated(draft.effectivity(), "", refusal);
        if (draft.status() == StructureStatus.CERTIFIED) {
            usage.blocked(handle, key.plant(), UsageFunction.ROUTING, key.itemId())
                    .refuse(key.itemId(), "", refusal);
        }
        checkLot(draft.lotSizeFrom(), unit, "/lotSizeFrom", refusal);
        checkLot(draft.lotSizeTo(), unit, "/lotSizeTo", refusal);
        if (draft.lotSizeFrom() != null && draft.lotSizeTo() != null) {
            refusal.unless(
                    draft.lotSizeFrom().value().compareTo(draft.lotSizeTo().value()) <= 0,
                    "/lotSizeTo",
                    "lot-size",
                    "The largest lot is smaller than the smallest.");
        }
        var operations = draft.operations();
        refusal.unless(
                Sorted.unique(operations, Operation::number),
                "/operations",
                "duplicate",
                "A number stands more than once.");
        var workCenters =
                facts.workCenters(
                        handle,
                        key.plant(),
                        operations.stream().map(Operation::workCenterId).toList());
        var suppliers =
                facts.suppliers(
                        handle,
                        operations.stream()
                                .map(Operation::subcontractorId)
                                .filter(Objects::nonNull)
                                .toList());
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            var at = "/operations/" + i;
            refusal.unlessKnown(
                    workCenters, at + "/workCenterId", "work center", operation.workCenterId());
            if (operation.subcontractorId() != null) {
                refusal.unlessKnown(
                        suppliers,
                        at + "/subcontractorId",
                        "supplier",
                        operation.subcontractorId());
            }
        }
        refusal.throwIfAny();
    }

    private static void checkLot(@Nullable Quantity lot, String unit, String at, Refusal refusal) {
        if (lot != null) {
            refusal.unless(
                    lot.isPositive(), at + "/value", "positive", "A lot is more than nothing.");
            refusal.unless(
                    lot.unit().equals(unit),
                    at + "/unit",
                    "base-unit",
                    "Lots are counted in " + unit + ".");
        }
    }
}
