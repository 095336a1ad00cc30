package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Fact;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Routing.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The BOM that would result can be built: components exist, amounts make sense, nothing contains
/// itself.
class BomIntegrityCheck implements Check<Proposal> {
    @Override
    public String code() {
        return "bom-integrity";
    }

    @Override
    public String title() {
        return "The resulting BOM is sound";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var reasons = new ArrayList<String>();
        proposal.change().bomChanges().stream()
                .filter(change -> !proposal.releases(change.parentId()))
                .forEach(change ->
                        reasons.add(
                                "The BOM of %s is to change, but the change does not list the item."
                                        .formatted(change.parentId())));
        var uses = new Fact<String, WhereUsed>(plant -> WhereUsed.of(proposal, plant));
        for (var item : proposal.change().items()) {
            reasons.addAll(LeftOutPlants.withoutBom(proposal, item));
            reasons.addAll(
                    InPlants.reasons(
                            item,
                            plant ->
                                    proposal.newBom(item, plant)
                                            .map(BomTransformation::problems)
                                            .orElse(List.of())));
            for (var plant : item.plants()) {
                inPlant(proposal, item, plant, reasons);
                // what is added must not contain its new parent once the whole change holds
                added(proposal, item)
                        .filter(part -> uses.of(plant).contains(part, item.itemId()))
                        .forEach(part ->
                                reasons.add(
                                        "%s would contain itself through %s."
                                                .formatted(item.itemId(), part)));
            }
        }
        return Result.of(
                "Every resulting BOM is sound.",
                reasons.stream().distinct().toList(),
                Map.of("problems", List.copyOf(reasons)));
    }

    private static void inPlant(
            Proposal proposal, AffectedItem item, String plant, List<String> reasons) {
        var bom = proposal.newBom(item, plant);
        if (bom.isEmpty()) {
            if (!proposal.change().bomChangesOf(item.itemId()).isEmpty()) {
                reasons.add(Proposal.nothingToChange("BOM", item, plant));
            }
            return;
        }
        var old = proposal.oldBom(item, plant).orElseThrow();
        proposal.uncertified("BOM", old.status(), item, plant).ifPresent(reasons::add);
        if (bom.get().lines().isEmpty() && !old.lines().isEmpty()) {
            reasons.add(
                    "The BOM of %s in plant %s would have no line."
                            .formatted(item.itemId(), plant));
        }
        var operations =
                proposal.newRouting(item, plant)
                        .map(r ->
                                r.operations().stream()
                                        .map(Operation::number)
                                        .collect(Collectors.toSet()));
        for (var line : bom.get().lines()) {
            component(proposal, item, line, reasons);
            if (line.phantom() && !proposal.isTakenApart(line.componentId(), plant)) {
                reasons.add(
                        "Position %d of %s: %s is a phantom without a certified BOM in plant %s, so orders would hold nothing of it: create its BOM, or make it no phantom."
                                .formatted(
                                        line.position(), item.itemId(), line.componentId(), plant));
            }
            if (line.operation() != null
                    && !operations
                            .map(there -> there.contains(line.operation()))
                            .orElse(!isTakenThere(proposal, item, line))) {
                reasons.add(
                        "Position %d of %s needs operation %d, which plant %s does not have."
                                .formatted(
                                        line.position(), item.itemId(), line.operation(), plant));
            }
        }
    }

    /// Whether it is this change that takes the line there.
    private static boolean isTakenThere(Proposal proposal, AffectedItem item, Bom.Line line) {
        return proposal.change().bomChangesOf(item.itemId()).stream()
                .filter(change -> change.action() != Action.REMOVE)
                .filter(change -> change.position().equals(line.position()))
                .anyMatch(change -> Objects.equals(change.operation(), line.operation()));
    }

    private static void component(
            Proposal proposal, AffectedItem item, Bom.Line line, List<String> reasons) {
        var component = proposal.items().of(line.componentId());
        if (component.isEmpty()) {
            reasons.add(
                    "Position %d of %s: ERP does not know the component %s."
                            .formatted(line.position(), item.itemId(), line.componentId()));
        } else if (!line.quantity().unit().equals(component.get().baseUnit())
                && !proposal.convertibleUnits()
                        .of(line.componentId())
                        .contains(line.quantity().unit())) {
            reasons.add(
                    "Position %d of %s: %s cannot be converted into the unit %s of %s."
                            .formatted(
                                    line.position(),
                                    item.itemId(),
                                    line.quantity().unit(),
                                    component.get().baseUnit(),
                                    line.componentId()));
        }
    }

    private static Stream<String> added(Proposal proposal, AffectedItem item) {
        return proposal.change().bomChangesOf(item.itemId()).stream()
                .filter(change -> change.action() == Action.ADD)
                .map(BomChange::componentId);
    }
}
