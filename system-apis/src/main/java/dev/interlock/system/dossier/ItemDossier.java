package dev.interlock.system.dossier;

import dev.interlock.system.inventory.Balance;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemSuppliers.ItemSupplier;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.revision.Revision;
import dev.interlock.system.structure.Bom;
import dev.interlock.system.structure.Routing;
import dev.interlock.system.structure.WorkCenter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item with what a change of it meets. What is not known is left out.
///
/// `purchaseOrders` and `productionOrders` are those of the item that are not over, `balances` its
/// stock, in every plant; `phantomOrders` are open production orders that hold what it is made of
/// as a phantom. `structures` stand at the revision that was asked for, one for each plant that was
/// asked for; `components` are the items in their BOMs, `componentRevisions` all revisions of
/// these, and `workCenters` those of their routings.
public record ItemDossier(
        Item item,
        List<Revision> revisions,
        List<ItemSupplier> suppliers,
        List<PurchaseOrder> purchaseOrders,
        List<ProductionOrder> productionOrders,
        List<ProductionOrder> phantomOrders,
        List<Balance> balances,
        List<Structure> structures,
        List<Item> components,
        List<Revision> componentRevisions,
        List<WorkCenter> workCenters) {

    /// What the item is made of in a plant, and how.
    @Schema(name = "ItemDossierStructure")
    public record Structure(String plant, @Nullable Bom bom, @Nullable Routing routing) {}
}
