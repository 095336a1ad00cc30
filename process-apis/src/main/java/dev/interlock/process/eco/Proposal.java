package dev.interlock.process.eco;

import dev.interlock.process.check.Fact;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.RoutingChange;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ItemFacts;
import dev.interlock.process.facts.ItemFacts.Use;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.Routing.Operation;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.UsagePolicy;
import dev.interlock.process.facts.WorkCenter;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import dev.interlock.process.policy.StructureRules;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A change with everything its checks and its plan need to know, each thing asked once.
record Proposal(
        EngineeringChange change,
        Optional<String> runId,
        LocalDate today,
        Fact<String, Optional<InPlm>> plm,
        Fact<String, Optional<Item>> items,
        Fact<String, List<Revision>> revisions,
        Fact<Structure, Optional<Bom>> boms,
        Fact<Structure, Optional<Routing>> routings,
        Fact<InPlant, Optional<WorkCenter>> workCenters,
        Fact<String, List<Use>> uses,
        Fact<String, List<String>> convertibleUnits,
        Fact<String, List<ItemSupplier>> suppliers,
        Fact<String, Boolean> knownSuppliers,
        Fact<String, List<PurchaseOrder>> purchaseOrders,
        Fact<String, List<OpenOrder>> productionOrders,
        Fact<String, List<OpenOrder>> phantomOrders,
        Fact<String, List<Balance>> balances,
        Fact<NewLine, StructureRule> rules,
        Fact<String, List<UsagePolicy>> usages,
        Fact<String, Optional<List<String>>> systems,
        Fact<Held, Optional<Bom>> componentBoms) {
    /// What ERP refuses.
    private static final String BLOCK = "BLOCK";

    /// The structure that the change begins with in a plant.
    record Structure(String itemId, String revision, String plant) {}

    /// The structure of a revision that holds.
    record Held(String itemId, String revision, String plant) {}

    record InPlant(String workCenterId, String plant) {}

    /// Where a change stands by now, whatever was said when it was sent.
    record InPlm(String status, long version) {
        static InPlm of(EngineeringChange change) {
            return new InPlm(change.status().name(), change.version());
        }
    }

    /// A line that engineering adds in a plant.
    record NewLine(String plant, String componentId) {}

    static Proposal of(
            EngineeringChange change,
            Optional<String> runId,
            LocalDate today,
            Fact<String, Optional<InPlm>> plm,
            ItemFacts facts,
            StructureRules rules) {
        var around = new Dossiers(change, facts);
        var items = new Fact<String, Optional<Item>>(around::item);
        return new Proposal(
                change,
                runId,
                today,
                plm,
                items,
                new Fact<>(around::revisions),
                new Fact<>(around::bom),
                new Fact<>(around::routing),
                new Fact<>(around::workCenter),
                new Fact<>(facts::uses),
                new Fact<>(facts::convertibleUnits),
                new Fact<>(around::suppliers),
                new Fact<>(facts::knowsSupplier),
                new Fact<>(around::purchaseOrders),
                new Fact<>(around::productionOrders),
                new Fact<>(around::phantomOrders),
                new Fact<>(around::balances),
                new Fact<>(line ->
                        rules.of(
                                line.plant(),
                                items.of(line.componentId()).map(Item::type).orElse(""))),
                new Fact<>(facts::usagePolicies),
                new Fact<>(facts::systems),
                new Fact<>(held -> facts.bom(held.itemId(), held.revision(), held.plant())));
    }

    /// Asks for everything that is certain to be needed, side by side: with an item comes what ERP
    /// knows around it.
    Proposal askAhead() {
        plm.ask(change.changeNumber());
        change.touchedItems().forEach(items::ask);
        usages.ask(BLOCK);
        change.subcontractors().forEach(knownSuppliers::ask);
        for (var item : change.items()) {
            uses.ask(item.itemId());
            for (var plant : item.plants()) {
                systems.ask(plant);
                change.routingChangesOf(item.itemId()).stream()
                        .map(RoutingChange::workCenterId)
                        .filter(Objects::nonNull)
                        .forEach(center -> workCenters.ask(new InPlant(center, plant)));
            }
        }
        return this;
    }

    /// The day from which the change holds.
    LocalDate start() {
        return Optional.ofNullable(change.effectivity().fromDay()).orElse(today);
    }

    /// Whether this change itself releases a revision of the item.
    boolean releases(String itemId) {
        return change.items().stream().anyMatch(item -> item.itemId().equals(itemId));
    }

    /// The usage status for which ERP refuses an item in a plant as what the function says.
    Optional<String> barring(String itemId, String plant, String function) {
        return items.of(itemId)
                .flatMap(item ->
                        item.usageStatusesIn(plant)
                                .filter(status -> blocks(status, function))
                                .findFirst());
    }

    private boolean blocks(String status, String function) {
        return usages.of(BLOCK).stream()
                .anyMatch(policy ->
                        policy.usageStatus().equals(status) && policy.function().equals(function));
    }

    /// Whether the components of a phantom go in instead of it: nothing would, without a certified
    /// BOM of the revision that holds.
    boolean isTakenApart(String phantom, String plant) {
        var bom =
                change.items().stream()
                        .filter(item -> item.itemId().equals(phantom))
                        .findFirst()
                        .map(item ->
                                item.plants().contains(plant)
                                        ? oldBom(item, plant)
                                        : Optional.<Bom>empty())
                        .orElseGet(() -> heldBom(phantom, plant));
        return bom.filter(Bom::isCertified).isPresent();
    }

    private Optional<Bom> heldBom(String itemId, String plant) {
        return Revision.effectiveOn(revisions.of(itemId), start())
                .flatMap(held -> componentBoms.of(new Held(itemId, held.revision(), plant)));
    }

    /// Every item that uses this one, directly or through others.
    List<String> ancestors(String itemId) {
        return uses.of(itemId).stream().map(Use::parentId).distinct().toList();
    }

    /// What a person has prepared at the new revision: not what another change, or an earlier
    /// version of this one, has left there when it was given up.
    Optional<Revision> prepared(AffectedItem item) {
        return revisions.of(item.itemId()).stream()
                .filter(revision -> revision.revision().equals(item.toRevision()))
                .filter(revision -> !revision.isOfTheGatewayAlone())
                .filter(revision ->
                        revision.changeNumber() == null
                                || revision.changeNumber().equals(change.changeNumber()))
                .findFirst();
    }

    /// The attributes of the new revision: of two of the same name, that of the change.
    Map<String, Object> attributes(AffectedItem item) {
        var attributes = new LinkedHashMap<String, Object>();
        prepared(item)
                .flatMap(revision -> Optional.ofNullable(revision.attributes()))
                .ifPresent(attributes::putAll);
        Optional.ofNullable(item.attributes()).ifPresent(attributes::putAll);
        return attributes;
    }

    /// Says that a structure which nobody certified would be certified by being carried over.
    Optional<String> uncertified(String structure, String status, AffectedItem item, String plant) {
        return status.equals(Bom.CERTIFIED)
                ? Optional.empty()
                : Optional.of(
                        "The %s of %s revision %s in plant %s is %s: certify it first, or leave the plant out."
                                .formatted(
                                        structure,
                                        item.itemId(),
                                        base(item).orElse("none"),
                                        plant,
                                        status));
    }

    /// Says that a plant has no BOM or routing from which the item's new one could be made.
    static String nothingToChange(String structure, AffectedItem item, String plant) {
        return item.fromRevision() == null
                ? "This change releases the first revision of %s: plant %s has no %s of an earlier one to change."
                        .formatted(item.itemId(), plant, structure)
                : "Plant %s has no %s of %s revision %s to change."
                        .formatted(plant, structure, item.itemId(), item.fromRevision());
    }

    /// The revision whose structure the change starts from: the permanent one that holds when it
    /// begins, whatever deviates from it. Where there is none, the one that it names; and a first
    /// revision is made of what is prepared at it.
    Optional<String> base(AffectedItem item) {
        return revisions.of(item.itemId()).stream()
                .filter(revision -> revision.isReleased() && !revision.isDeviation())
                .filter(this::hasBegun)
                .max(
                        Comparator.comparing(Proposal::begin)
                                .thenComparing(Revision::isSuperseded, Comparator.reverseOrder()))
                .map(Revision::revision)
                .or(() -> Optional.ofNullable(item.fromRevision()))
                .or(() -> prepared(item).map(_ -> item.toRevision()));
    }

    private static LocalDate begin(Revision revision) {
        return Optional.ofNullable(revision.effectiveFrom()).orElse(LocalDate.MIN);
    }

    /// By the begin of the change.
    boolean hasBegun(Revision revision) {
        return !begin(revision).isAfter(start())
                || (change.effectivity().fromDay() == null && isInForce(revision));
    }

    /// The day of a plant may be ahead of the gateway's: there, what ERP calls current has begun.
    private boolean isInForce(Revision revision) {
        return revision.isSuperseded()
                || items.of(revision.itemId())
                        .map(Item::currentRevision)
                        .equals(Optional.of(revision.revision()));
    }

    Optional<Bom> oldBom(AffectedItem item, String plant) {
        return base(item).flatMap(base -> boms.of(new Structure(item.itemId(), base, plant)));
    }

    Optional<Routing> oldRouting(AffectedItem item, String plant) {
        return base(item).flatMap(base -> routings.of(new Structure(item.itemId(), base, plant)));
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

    /// The operations of the new routing that inspect.
    List<Integer> inspections(AffectedItem item, String plant) {
        return newRouting(item, plant).stream()
                .flatMap(routing -> routing.operations().stream())
                .filter(Operation::inspection)
                .map(Operation::number)
                .toList();
    }

    Optional<WorkCenter> workCenter(String workCenterId, String plant) {
        return workCenters.of(new InPlant(workCenterId, plant));
    }
}
