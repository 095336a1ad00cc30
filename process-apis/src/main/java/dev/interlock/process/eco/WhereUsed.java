package dev.interlock.process.eco;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each item goes into in a plant once a change holds: as ERP knows it, but for the items that
/// the change gives another BOM.
final class WhereUsed {
    private final Map<String, Set<String>> parents = new HashMap<>();

    private WhereUsed() {}

    static WhereUsed of(Proposal proposal, String plant) {
        var after = new WhereUsed();
        var changing = new HashSet<String>();
        for (var item : proposal.change().items()) {
            if (item.plants().contains(plant)) {
                proposal.newBom(item, plant)
                        .ifPresent(bom -> {
                            changing.add(item.itemId());
                            bom.lines()
                                    .forEach(line -> after.add(line.componentId(), item.itemId()));
                        });
            }
        }
        for (var item : proposal.change().items()) {
            proposal.uses().of(item.itemId()).stream()
                    .filter(use -> use.plant().equals(plant) && !changing.contains(use.parentId()))
                    .forEach(use -> after.add(use.componentId(), use.parentId()));
        }
        return after;
    }

    private void add(String component, String parent) {
        parents.computeIfAbsent(component, _ -> new HashSet<>()).add(parent);
    }

    /// Whether one item is the other, or goes into it over any number of levels.
    boolean contains(String whole, String part) {
        var seen = new HashSet<>(List.of(part));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && !seen.contains(whole)) {
            parents.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen.contains(whole);
    }
}
