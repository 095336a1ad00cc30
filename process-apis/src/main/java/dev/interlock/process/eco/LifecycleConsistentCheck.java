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
/// one, or gets it by this change.
class LifecycleConsistentCheck implements Check<Proposal> {
    private static final String OBSOLETE = "OBSOLETE";

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
        for (var item : proposal.change().items()) {
            for (var plant : item.plants()) {
                proposal.newBom(item, plant).stream()
                        .flatMap(bom -> bom.lines().stream())
                        .map(Bom.Line::componentId)
                        .distinct()
                        .forEach(component ->
                                state(proposal, component, plant)
                                        .ifPresent(state -> {
                                            behind.put(component, state);
                                            reasons.add(reason(item, component, state));
                                        }));
            }
        }
        return Result.of(
                "Everything the new revisions use is released.",
                reasons.stream().distinct().toList(),
                Map.of("notReleased", Map.copyOf(behind)));
    }

    private static String reason(AffectedItem item, String component, String state) {
        return "%s would be released, but its component %s is %s."
                .formatted(item.itemId(), component, state);
    }

    /// In which state a component is that must not be used; empty when it may be.
    private static Optional<String> state(Proposal proposal, String component, String plant) {
        var known = proposal.items().of(component);
        if (known.isPresent() && known.get().usageStatusIn(plant).equals(OBSOLETE)) {
            return Optional.of(OBSOLETE);
        }
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
