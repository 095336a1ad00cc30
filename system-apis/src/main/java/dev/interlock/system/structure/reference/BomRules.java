package dev.interlock.system.structure.reference;

import static dev.interlock.system.usage.UsageGate.Blocked.NOTHING;

import dev.interlock.system.master.Refusal;
import dev.interlock.system.master.Sorted;
import dev.interlock.system.revision.Effectivity;
import dev.interlock.system.structure.BomDraft;
import dev.interlock.system.structure.BomLine;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.StructureStatus;
import dev.interlock.system.unit.Measures;
import dev.interlock.system.unit.Units;
import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsageGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a BOM has to fit before the ERP takes it: every reason against it at once.
@ApplicationScoped
class BomRules {
    private static final Set<UsageFunction> FUNCTIONS =
            Set.of(UsageFunction.BOM_HEADER, UsageFunction.BOM_COMPONENT);

    private final Units units;
    private final UsageGate usage;

    BomRules(Units units, UsageGate usage) {
        this.units = units;
        this.usage = usage;
    }

    void check(Handle handle, StructureKey key, BomDraft draft) {
        var items = new ArrayList<String>();
        items.add(key.itemId());
        draft.lines().forEach(line -> items.add(line.componentId()));
        var measures = units.of(handle, items);
        var refusal = new Refusal();
        checkHeader(key, draft, measures, refusal);
        var blocked =
                draft.status() == StructureStatus.CERTIFIED
                        ? usage.blocked(handle, key.plant(), FUNCTIONS, items)
                        : Map.<UsageFunction, UsageGate.Blocked>of();
        var asHeader = blocked.getOrDefault(UsageFunction.BOM_HEADER, NOTHING);
        var asComponent = blocked.getOrDefault(UsageFunction.BOM_COMPONENT, NOTHING);
        asHeader.refuse(key.itemId(), "", refusal);
        for (var i = 0; i < draft.lines().size(); i++) {
            var line = draft.lines().get(i);
            checkLine(key, line, measures, "/lines/" + i, refusal);
            asComponent.refuse(line.componentId(), "/lines/" + i + "/componentId", refusal);
        }
        refusal.throwIfAny();
    }

    private static void checkHeader(
            StructureKey key, BomDraft draft, Measures measures, Refusal refusal) {
        var base = draft.baseQuantity();
        refusal.unless(
                base.isPositive(),
                "/baseQuantity/value",
                "positive",
                "A BOM is for more than nothing.");
        refusal.unless(
                base.unit().equals(measures.baseUnit(key.itemId())),
                "/baseQuantity/unit",
                "base-unit",
                "A BOM is for a quantity in the base unit, %s."
                        .formatted(measures.baseUnit(key.itemId())));
        checkDated(draft.effectivity(), "", refusal);
        refusal.unless(
                Sorted.unique(draft.lines(), BomLine::position),
                "/lines",
                "duplicate",
                "A position stands more than once.");
    }

    private static void checkLine(
            StructureKey key, BomLine line, Measures measures, String at, Refusal refusal) {
        checkDated(line.effectivity(), at, refusal);
        refusal.unless(
                line.quantity().isPositive(),
                at + "/quantity/value",
                "positive",
                "A line needs more than nothing.");
        if (!measures.knowsItem(line.componentId())) {
            refusal.unknown(at + "/componentId", "item", line.componentId());
            return;
        }
        refusal.unless(
                !line.componentId().equals(key.itemId()),
                at + "/componentId",
                "loop",
                "%s does not consist of itself.".formatted(key.itemId()));
        refusal.unless(
                measures.knowsUnit(line.quantity().unit())
                        && measures.factor(line.componentId(), line.quantity().unit()).isPresent(),
                at + "/quantity/unit",
                "unit-not-convertible",
                "%s is not measured in %s.".formatted(line.componentId(), line.quantity().unit()));
    }

    static void checkDated(@Nullable Effectivity effectivity, String at, Refusal refusal) {
        refusal.unless(
                effectivity == null || effectivity.hasDays(),
                at + "/effectivity/kind",
                "effectivity-kind",
                "The ERP keeps structures by date: DATE or IMMEDIATE.");
    }
}
