package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The items of a change, each after those that its new structures use; where none uses another, as
/// the change lists them.
final class DependencyOrder {
    private final Proposal proposal;
    private final Set<String> visited = new HashSet<>();
    private final List<AffectedItem> ordered = new ArrayList<>();

    private DependencyOrder(Proposal proposal) {
        this.proposal = proposal;
    }

    static List<AffectedItem> of(Proposal proposal) {
        var order = new DependencyOrder(proposal);
        proposal.change().items().forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    private void visit(AffectedItem item) {
        if (visited.add(item.itemId())) {
            var components = components(item);
            proposal.change().items().stream()
                    .filter(other -> components.contains(other.itemId()))
                    .forEach(this::visit);
            ordered.add(item);
        }
    }

    private Set<String> components(AffectedItem item) {
        var components = new HashSet<String>();
        item.plants()
                .forEach(plant ->
                        proposal.newBom(item, plant).stream()
                                .flatMap(bom -> bom.lines().stream())
                                .map(Bom.Line::componentId)
                                .forEach(components::add));
        return components;
    }
}
