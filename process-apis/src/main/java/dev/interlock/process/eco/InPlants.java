package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// What speaks against a change of an item in some of its plants, each thing once: what does in all
/// of them needs no plant's name.
final class InPlants {
    private InPlants() {}

    static List<String> reasons(AffectedItem item, Function<String, List<String>> problems) {
        var plants = new LinkedHashMap<String, List<String>>();
        for (var plant : item.plants()) {
            problems.apply(plant).stream()
                    .distinct()
                    .forEach(problem ->
                            plants.computeIfAbsent(problem, _ -> new ArrayList<>()).add(plant));
        }
        return plants.entrySet().stream()
                .map(each ->
                        each.getValue().size() == item.plants().size()
                                ? each.getKey()
                                : "In plant %s: %s"
                                        .formatted(
                                                String.join(", ", each.getValue()), each.getKey()))
                .toList();
    }
}
