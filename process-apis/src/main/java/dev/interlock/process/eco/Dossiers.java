package dev.interlock.process.eco;

import dev.interlock.process.check.Fact;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.Proposal.InPlant;
import dev.interlock.process.eco.Proposal.Structure;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ItemDossier;
import dev.interlock.process.facts.ItemFacts;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.WorkCenter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What ERP knows around the items that a change touches: one answer an item. What stands in none
/// of them is a question of its own.
final class Dossiers {
    private final EngineeringChange change;
    private final ItemFacts facts;
    private final Fact<String, Optional<ItemDossier>> dossiers;

    Dossiers(EngineeringChange change, ItemFacts facts) {
        this.change = change;
        this.facts = facts;
        this.dossiers = new Fact<>(this::read);
    }

    private Optional<ItemDossier> read(String itemId) {
        return changing(itemId)
                .map(item -> facts.dossier(itemId, item.fromRevision(), item.plants()))
                .orElseGet(() -> facts.dossier(itemId, null, List.of()));
    }

    private Optional<AffectedItem> changing(String itemId) {
        return change.items().stream().filter(item -> item.itemId().equals(itemId)).findFirst();
    }

    Optional<Item> item(String itemId) {
        return isTouched(itemId)
                ? dossiers.of(itemId).map(ItemDossier::item)
                : first(dossier -> dossier.component(itemId)).or(() -> facts.item(itemId));
    }

    List<Revision> revisions(String itemId) {
        return isTouched(itemId)
                ? listed(itemId, ItemDossier::revisions)
                : first(dossier -> dossier.component(itemId).map(_ -> dossier.revisionsOf(itemId)))
                        .orElseGet(() -> facts.revisions(itemId));
    }

    Optional<Bom> bom(Structure old) {
        var known = known(old);
        return known.isPresent() || isUnknown(old)
                ? known.map(ItemDossier.Structure::bom)
                : facts.bom(old.itemId(), old.revision(), old.plant());
    }

    Optional<Routing> routing(Structure old) {
        var known = known(old);
        return known.isPresent() || isUnknown(old)
                ? known.map(ItemDossier.Structure::routing)
                : facts.routing(old.itemId(), old.revision(), old.plant());
    }

    /// An item that ERP does not know has no structure to ask for.
    private boolean isUnknown(Structure old) {
        return dossiers.of(old.itemId()).isEmpty();
    }

    /// A dossier tells of the revision that the change names: where a deviation was the latest,
    /// another is asked for.
    private Optional<ItemDossier.Structure> known(Structure old) {
        return changing(old.itemId())
                .filter(item -> old.revision().equals(item.fromRevision()))
                .flatMap(_ -> dossiers.of(old.itemId()))
                .flatMap(dossier -> dossier.structure(old.plant()));
    }

    /// One that the change itself names need not stand in an old routing.
    Optional<WorkCenter> workCenter(InPlant key) {
        return change.workCenters().contains(key.workCenterId())
                ? facts.workCenter(key.plant(), key.workCenterId())
                : first(dossier -> dossier.workCenter(key.plant(), key.workCenterId()))
                        .or(() -> facts.workCenter(key.plant(), key.workCenterId()));
    }

    List<ItemSupplier> suppliers(String itemId) {
        return listed(itemId, ItemDossier::suppliers);
    }

    List<PurchaseOrder> purchaseOrders(String itemId) {
        return listed(itemId, ItemDossier::purchaseOrders);
    }

    List<OpenOrder> productionOrders(String itemId) {
        return listed(itemId, ItemDossier::productionOrders);
    }

    /// Those that hold what the item is made of, as a phantom.
    List<OpenOrder> phantomOrders(String itemId) {
        return listed(itemId, ItemDossier::phantomOrders);
    }

    List<Balance> balances(String itemId) {
        return listed(itemId, ItemDossier::balances);
    }

    private boolean isTouched(String itemId) {
        return change.touchedItems().contains(itemId);
    }

    private <T> List<T> listed(String itemId, Function<ItemDossier, List<T>> list) {
        return dossiers.of(itemId).map(list).orElse(List.of());
    }

    /// What the first of the changing items' dossiers holds.
    private <T> Optional<T> first(Function<ItemDossier, Optional<T>> look) {
        return change.items().stream()
                .flatMap(item -> dossiers.of(item.itemId()).flatMap(look).stream())
                .findFirst();
    }
}
