package dev.interlock.process.eco;

import dev.interlock.process.check.Fact;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ItemFacts;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.WorkCenter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// A change with everything its checks and its plan need to know, each thing asked once.
record Proposal(
        EngineeringChange change,
        Fact<String, Optional<Item>> items,
        Fact<String, List<Revision>> revisions,
        Fact<Structure, Optional<Bom>> boms,
        Fact<Structure, Optional<Routing>> routings,
        Fact<InPlant, Optional<WorkCenter>> workCenters,
        Fact<String, List<String>> ancestors,
        Fact<String, List<String>> convertibleUnits,
        Fact<String, List<ItemSupplier>> suppliers,
        Fact<String, List<PurchaseOrder>> purchaseOrders) {

    /// The structure of a revision in a plant.
    record Structure(String itemId, String revision, String plant) {}

    record InPlant(String workCenterId, String plant) {}

    static Proposal of(EngineeringChange change, ItemFacts facts) {
        return new Proposal(
                change,
                new Fact<>(facts::item),
                new Fact<>(facts::revisions),
                new Fact<>(s -> facts.bom(s.itemId(), s.revision(), s.plant())),
                new Fact<>(s -> facts.routing(s.itemId(), s.revision(), s.plant())),
                new Fact<>(w -> facts.workCenter(w.plant(), w.workCenterId())),
                new Fact<>(facts::ancestors),
                new Fact<>(facts::convertibleUnits),
                new Fact<>(facts::suppliers),
                new Fact<>(facts::purchaseOrders));
    }

    /// Asks for everything that is certain to be needed, side by side.
    void askAhead(Executor threads) {
        for (var item : change.items()) {
            items.ask(threads, item.itemId());
            revisions.ask(threads, item.itemId());
            ancestors.ask(threads, item.itemId());
            if (item.fromRevision() != null) {
                for (var plant : item.plants()) {
                    boms.ask(threads, new Structure(item.itemId(), item.fromRevision(), plant));
                    routings.ask(threads, new Structure(item.itemId(), item.fromRevision(), plant));
                }
            }
        }
        for (var touched : change.touchedItems()) {
            items.ask(threads, touched);
            suppliers.ask(threads, touched);
            purchaseOrders.ask(threads, touched);
        }
    }

    Optional<Bom> oldBom(AffectedItem item, String plant) {
        return Optional.ofNullable(item.fromRevision())
                .flatMap(r -> boms.of(new Structure(item.itemId(), r, plant)));
    }

    Optional<Routing> oldRouting(AffectedItem item, String plant) {
        return Optional.ofNullable(item.fromRevision())
                .flatMap(r -> routings.of(new Structure(item.itemId(), r, plant)));
    }

    Optional<BomTransformation> newBom(AffectedItem item, String plant) {
        return oldBom(item, plant)
                .map(old -> BomTransformation.of(old, change.bomChangesOf(item.itemId())));
    }

    Optional<RoutingTransformation> newRouting(AffectedItem item, String plant) {
        return oldRouting(item, plant)
                .map(old -> RoutingTransformation.of(old, change.routingChangesOf(item.itemId())));
    }

    Optional<WorkCenter> workCenter(String workCenterId, String plant) {
        return workCenters.of(new InPlant(workCenterId, plant));
    }
}
