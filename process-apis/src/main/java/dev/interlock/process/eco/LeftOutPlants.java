package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.Proposal.Structure;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Item.ItemPlant;
import dev.interlock.process.facts.Routing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The plants that make an item and that its change leaves out. A revision holds in every plant:
/// these could make the item neither at the old one nor, without a structure, at the new one.
final class LeftOutPlants {
    private LeftOutPlants() {}

    static List<String> withoutBom(Proposal proposal, AffectedItem item) {
        return plants(proposal, item, "BOM_HEADER")
                .filter(
                        lacks(
                                proposal,
                                item,
                                structure ->
                                        proposal.boms()
                                                .of(structure)
                                                .filter(Bom::isCertified)
                                                .isPresent()))
                .map(plant -> reason("BOM", item, plant))
                .toList();
    }

    static List<String> withoutRouting(Proposal proposal, AffectedItem item) {
        return plants(proposal, item, "ROUTING")
                .filter(
                        lacks(
                                proposal,
                                item,
                                structure ->
                                        proposal.routings()
                                                .of(structure)
                                                .filter(Routing::isCertified)
                                                .isPresent()))
                .map(plant -> reason("routing", item, plant))
                .toList();
    }

    /// Where ERP bars the item, or no MES takes its orders, nothing comes to a stop.
    private static Stream<String> plants(Proposal proposal, AffectedItem item, String function) {
        return proposal.items().of(item.itemId()).map(Item::plants).orElse(List.of()).stream()
                .map(ItemPlant::plant)
                .filter(plant -> !item.plants().contains(plant))
                .filter(plant -> proposal.barring(item.itemId(), plant, function).isEmpty())
                .filter(plant ->
                        proposal.systems()
                                .of(plant)
                                .filter(systems -> systems.contains("MES"))
                                .isPresent());
    }

    /// What another change left at the new revision when it was given up is no structure of it.
    private static Predicate<String> lacks(
            Proposal proposal, AffectedItem item, Predicate<Structure> stands) {
        return plant ->
                standsAt(proposal.base(item), item, plant, stands)
                        && !standsAt(
                                proposal.prepared(item).map(_ -> item.toRevision()),
                                item,
                                plant,
                                stands);
    }

    private static boolean standsAt(
            Optional<String> revision,
            AffectedItem item,
            String plant,
            Predicate<Structure> stands) {
        return revision.map(at -> new Structure(item.itemId(), at, plant))
                .filter(stands)
                .isPresent();
    }

    private static String reason(String structure, AffectedItem item, String plant) {
        return "Plant %s makes %s too and would have no %s of revision %s: name the plant as well, or give it that %s first."
                .formatted(plant, item.itemId(), structure, item.toRevision(), structure);
    }
}
