package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is released is made of what is released: a component that has revisions needs a released
/// one, or gets it by this change. Nor does ERP take a structure of what its usage status bars.
class LifecycleConsistentCheck implements Check<Proposal> {
    @Override
    public String code() {
        return "lifecycle-consistent";
    }

    @Override
    public String title() {
        return "No parent is more released than what it uses";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var reasons = new ArrayList<String>();
        var behind = new LinkedHashMap<String, Object>();
        var barred = new LinkedHashMap<String, Object>();
        for (var item : proposal.change().items()) {
            for (var plant : item.plants()) {
                if (proposal.oldBom(item, plant).isPresent()) {
                    bar(proposal, item.itemId(), plant, "BOM_HEADER", barred, reasons);
                }
                if (proposal.oldRouting(item, plant).isPresent()) {
                    bar(proposal, item.itemId(), plant, "ROUTING", barred, reasons);
                }
                for (var component : components(proposal, item, plant)) {
                    bar(proposal, component, plant, "BOM_COMPONENT", barred, reasons);
                    state(proposal, component)
                            .ifPresent(state -> {
                                behind.put(component, state);
                                reasons.add(reason(item, component, state));
                            });
                }
            }
        }
        return Result.of(
                "Everything the new revisions use is released.",
                reasons.stream().distinct().toList(),
                Map.of("notReleased", Map.copyOf(behind), "barred", Map.copyOf(barred)));
    }

    private static List<String> components(Proposal proposal, AffectedItem item, String plant) {
        return proposal.newBom(item, plant).stream()
                .flatMap(bom -> bom.lines().stream())
                .map(Bom.Line::componentId)
                .distinct()
                .toList();
    }

    private static void bar(
            Proposal proposal,
            String itemId,
            String plant,
            String function,
            Map<String, Object> barred,
            List<String> reasons) {
        proposal.barring(itemId, plant, function)
                .ifPresent(status -> {
                    barred.put(itemId, status);
                    reasons.add(
                            "%s is %s in plant %s, for which ERP refuses it as %s: change its usage status, or leave it out."
                                    .formatted(itemId, status, plant, function));
                });
    }

    private static String reason(AffectedItem item, String component, String state) {
        return "%s would be released, but its component %s is %s."
                .formatted(item.itemId(), component, state);
    }

    /// In which state a component is that is not released; empty when it is.
    private static Optional<String> state(Proposal proposal, String component) {
        List<Revision> revisions = proposal.revisions().of(component);
        return revisions.isEmpty()
                        || proposal.releases(component)
                        || revisions.stream().anyMatch(Revision::isReleased)
                ? Optional.empty()
                : Optional.of(
                        revisions.stream()
                                .map(Revision::status)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }
}
