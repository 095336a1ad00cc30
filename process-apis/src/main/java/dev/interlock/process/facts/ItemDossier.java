package dev.interlock.process.facts;

import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Stock.Balance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An item with what a change of it meets in ERP, read at once.
///
/// Orders are those that are not over; `phantomOrders` hold what the item is made of. `structures`
/// stand at the revision that was asked for, with the items in their BOMs, all revisions of these,
/// and the work centers of their routings.
public record ItemDossier(
        Item item,
        List<Revision> revisions,
        List<ItemSupplier> suppliers,
        List<PurchaseOrder> purchaseOrders,
        List<OpenOrder> productionOrders,
        List<OpenOrder> phantomOrders,
        List<Balance> balances,
        List<Structure> structures,
        List<Item> components,
        List<Revision> componentRevisions,
        List<WorkCenter> workCenters) {

    public record Structure(String plant, @Nullable Bom bom, @Nullable Routing routing) {}

    /// A list that is left out is empty.
    public ItemDossier {
        revisions = LeftOut.orEmpty(revisions);
        suppliers = LeftOut.orEmpty(suppliers);
        purchaseOrders = LeftOut.orEmpty(purchaseOrders);
        productionOrders = LeftOut.orEmpty(productionOrders);
        phantomOrders = LeftOut.orEmpty(phantomOrders);
        balances = LeftOut.orEmpty(balances);
        structures = LeftOut.orEmpty(structures);
        components = LeftOut.orEmpty(components);
        componentRevisions = LeftOut.orEmpty(componentRevisions);
        workCenters = LeftOut.orEmpty(workCenters);
    }

    public Optional<Structure> structure(String plant) {
        return structures.stream().filter(each -> each.plant().equals(plant)).findFirst();
    }

    public Optional<Item> component(String itemId) {
        return components.stream().filter(item -> item.itemId().equals(itemId)).findFirst();
    }

    public List<Revision> revisionsOf(String itemId) {
        return componentRevisions.stream()
                .filter(revision -> revision.itemId().equals(itemId))
                .toList();
    }

    public Optional<WorkCenter> workCenter(String plant, String workCenterId) {
        return workCenters.stream()
                .filter(center ->
                        center.plant().equals(plant) && center.workCenterId().equals(workCenterId))
                .findFirst();
    }
}
