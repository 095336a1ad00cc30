package dev.interlock.process.eco;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.process.check.Fact;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ItemFacts;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.OrderFacts;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.Routing.Operation;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.WorkCenter;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import dev.interlock.process.policy.StructureRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/// A change with everything its checks and its plan need to know, each thing asked once.
record Proposal(
        EngineeringChange change,
        Optional<String> runId,
        LocalDate today,
        Fact<String, Optional<Item>> items,
        Fact<String, List<Revision>> revisions,
        Fact<Structure, Optional<Bom>> boms,
        Fact<Structure, Optional<Routing>> routings,
        Fact<InPlant, Optional<WorkCenter>> workCenters,
        Fact<String, List<String>> ancestors,
        Fact<String, List<String>> convertibleUnits,
        Fact<String, List<ItemSupplier>> suppliers,
        Fact<String, List<PurchaseOrder>> purchaseOrders,
        Fact<String, List<OpenOrder>> productionOrders,
        Fact<String, List<Balance>> balances,
        Fact<NewLine, StructureRule> rules) {

    /// The structure of a revision in a plant.
    record Structure(String itemId, String revision, String plant) {}

    record InPlant(String workCenterId, String plant) {}

    /// A line that engineering adds in a plant.
    record NewLine(String plant, String componentId) {}

    static Proposal of(
            EngineeringChange change,
            Optional<String> runId,
            LocalDate today,
            ItemFacts facts,
            OrderFacts orders,
            StructureRules rules) {
        var items = new Fact<String, Optional<Item>>(facts::item);
        return new Proposal(
                change,
                runId,
                today,
                items,
                new Fact<>(facts::revisions),
                new Fact<>(s -> facts.bom(s.itemId(), s.revision(), s.plant())),
                new Fact<>(s -> facts.routing(s.itemId(), s.revision(), s.plant())),
                new Fact<>(w -> facts.workCenter(w.plant(), w.workCenterId())),
                new Fact<>(facts::ancestors),
                new Fact<>(facts::convertibleUnits),
                new Fact<>(facts::suppliers),
                new Fact<>(facts::purchaseOrders),
                new Fact<>(orders::openOrders),
                new Fact<>(orders::balances),
                new Fact<>(line ->
                        rules.of(
                                line.plant(),
                                items.of(line.componentId()).map(Item::type).orElse(""))));
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
            productionOrders.ask(threads, touched);
            balances.ask(threads, touched);
        }
        var correlation = CurrentCorrelation.get();
        // What could not be asked is said by the check that needs it.
        threads.execute(
                new FutureTask<>(
                        () -> CurrentCorrelation.with(correlation, () -> askForParts(threads))));
    }

    /// What the new structures are made of and where it is made is known once the old ones are.
    private boolean askForParts(Executor threads) {
        for (var item : change.items()) {
            for (var plant : item.plants()) {
                newRouting(item, plant).stream()
                        .flatMap(routing -> routing.operations().stream())
                        .map(Operation::workCenterId)
                        .forEach(center -> workCenters.ask(threads, new InPlant(center, plant)));
                newBom(item, plant).stream()
                        .flatMap(bom -> bom.lines().stream())
                        .forEach(line -> {
                            items.ask(threads, line.componentId());
                            revisions.ask(threads, line.componentId());
                        });
            }
        }
        return true;
    }

    /// The day from which the change holds.
    LocalDate start() {
        return Optional.ofNullable(change.effectivity().fromDay()).orElse(today);
    }

    /// Whether this change itself releases a revision of the item.
    boolean releases(String itemId) {
        return change.items().stream().anyMatch(item -> item.itemId().equals(itemId));
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
                .map(old ->
                        BomTransformation.of(
                                old,
                                change.bomChangesOf(item.itemId()),
                                component -> rules.of(new NewLine(plant, component))));
    }

    Optional<RoutingTransformation> newRouting(AffectedItem item, String plant) {
        return oldRouting(item, plant)
                .map(old -> RoutingTransformation.of(old, change.routingChangesOf(item.itemId())));
    }

    Optional<WorkCenter> workCenter(String workCenterId, String plant) {
        return workCenters.of(new InPlant(workCenterId, plant));
    }
}
