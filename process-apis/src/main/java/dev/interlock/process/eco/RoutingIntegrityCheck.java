package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Routing.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routing that would result can be worked off in each plant.
class RoutingIntegrityCheck implements Check<Proposal> {
    @Override
    public String code() {
        return "routing-integrity";
    }

    @Override
    public String title() {
        return "The resulting routing can be worked off in each plant";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var reasons = new ArrayList<String>();
        proposal.change().routingChanges().stream()
                .filter(change -> !proposal.releases(change.itemId()))
                .forEach(change ->
                        reasons.add(
                                "The routing of %s is to change, but the change does not list the item."
                                        .formatted(change.itemId())));
        for (var change : proposal.change().routingChanges()) {
            var subcontractor = change.subcontractorId();
            if (subcontractor != null
                    && change.action() != Action.REMOVE
                    && !proposal.knownSuppliers().of(subcontractor)) {
                reasons.add(
                        "Operation %d of %s is to go to subcontractor %s, which ERP does not know."
                                .formatted(change.number(), change.itemId(), subcontractor));
            }
        }
        for (var item : proposal.change().items()) {
            reasons.addAll(LeftOutPlants.withoutRouting(proposal, item));
            reasons.addAll(
                    InPlants.reasons(
                            item,
                            plant ->
                                    proposal.newRouting(item, plant)
                                            .map(RoutingTransformation::problems)
                                            .orElse(List.of())));
            for (var plant : item.plants()) {
                inPlant(proposal, item, plant, reasons);
            }
        }
        return Result.of(
                "Every resulting routing can be worked off.",
                reasons.stream().distinct().toList(),
                Map.of("problems", List.copyOf(reasons)));
    }

    private static void inPlant(
            Proposal proposal, AffectedItem item, String plant, List<String> reasons) {
        var routing = proposal.newRouting(item, plant);
        if (routing.isEmpty()) {
            if (!proposal.change().routingChangesOf(item.itemId()).isEmpty()) {
                reasons.add(Proposal.nothingToChange("routing", item, plant));
            }
            return;
        }
        proposal.oldRouting(item, plant)
                .flatMap(old -> proposal.uncertified("routing", old.status(), item, plant))
                .ifPresent(reasons::add);
        if (routing.get().operations().isEmpty()) {
            reasons.add(
                    "The routing of %s in plant %s would have no operation."
                            .formatted(item.itemId(), plant));
        }
        for (var operation : routing.get().operations()) {
            operation(proposal, item, plant, operation).ifPresent(reasons::add);
        }
    }

    private static Optional<String> operation(
            Proposal proposal, AffectedItem item, String plant, Operation operation) {
        var at =
                "Operation %d of %s in plant %s"
                        .formatted(operation.number(), item.itemId(), plant);
        if (!operation.runTimePerUnit().isPositive()) {
            return Optional.of(at + " has no run time.");
        }
        return unusable(proposal, plant, operation.workCenterId())
                .map(why ->
                        "%s needs work center %s, which %s."
                                .formatted(at, operation.workCenterId(), why));
    }

    private static Optional<String> unusable(Proposal proposal, String plant, String workCenterId) {
        var center = proposal.workCenter(workCenterId, plant);
        if (center.isEmpty()) {
            return Optional.of("does not exist");
        }
        if (center.get().status().equals("TO_BE_DELETED")) {
            return Optional.of("is to be deleted");
        }
        return center.get().isValidOn(proposal.start())
                ? Optional.empty()
                : Optional.of("is not valid on " + proposal.start());
    }
}
