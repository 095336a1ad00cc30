package dev.interlock.system.dossier;

import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.dossier.ItemDossier.Structure;
import dev.interlock.system.inventory.Stock;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemMaster;
import dev.interlock.system.item.ItemSourcing;
import dev.interlock.system.item.ItemSuppliers;
import dev.interlock.system.order.Lifecycle;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrderQuery;
import dev.interlock.system.order.ProductionOrders;
import dev.interlock.system.purchase.PurchaseOrder;
import dev.interlock.system.purchase.PurchaseOrderQuery;
import dev.interlock.system.purchase.PurchaseOrders;
import dev.interlock.system.revision.Revisions;
import dev.interlock.system.structure.Operation;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.Structures;
import dev.interlock.system.structure.WorkCenter;
import dev.interlock.system.structure.WorkCenters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what each part of the ERP says around an item; whichever back end answers for the
/// part is asked.
@ApplicationScoped
class ItemDossiers {
    private final Erp erp;

    ItemDossiers(Erp erp) {
        this.erp = erp;
    }

    /// Empty when the item is not known or not to be seen. Without a revision there are no
    /// structures.
    Optional<ItemDossier> of(
            String itemId, @Nullable String revision, Set<String> plants, Sight sight) {
        return erp.of(ItemMaster.class)
                .item(itemId, sight)
                .map(item -> around(item, structures(itemId, revision, plants, sight), sight));
    }

    private ItemDossier around(Item item, List<Structure> structures, Sight sight) {
        var id = item.itemId();
        var components = componentsOf(structures);
        var revisions = erp.of(Revisions.class);
        return new ItemDossier(
                item,
                revisions.ofAll(Set.of(id), sight),
                erp.of(ItemSourcing.class)
                        .suppliers(id, sight)
                        .map(ItemSuppliers::suppliers)
                        .orElse(List.of()),
                purchaseOrders(id, sight),
                productionOrders(id, sight),
                EveryPage.balances(erp.of(Stock.class), id, null, sight),
                structures,
                components.isEmpty()
                        ? List.of()
                        : erp.of(ItemMaster.class).items(components, sight),
                components.isEmpty() ? List.of() : revisions.ofAll(components, sight),
                structures.stream().flatMap(each -> workCenters(each, sight).stream()).toList());
    }

    private List<Structure> structures(
            String itemId, @Nullable String revision, Set<String> plants, Sight sight) {
        return revision == null
                ? List.of()
                : plants.stream()
                        .map(plant -> structure(new StructureKey(itemId, revision, plant), sight))
                        .toList();
    }

    private Structure structure(StructureKey key, Sight sight) {
        var structures = erp.of(Structures.class, key.plant());
        return new Structure(
                key.plant(),
                structures.bom(key, sight).orElse(null),
                structures.routing(key, sight).orElse(null));
    }

    private static Set<String> componentsOf(List<Structure> structures) {
        var components = new LinkedHashSet<String>();
        for (var structure : structures) {
            if (structure.bom() != null) {
                structure.bom().lines().forEach(line -> components.add(line.componentId()));
            }
        }
        return components;
    }

    private List<WorkCenter> workCenters(Structure structure, Sight sight) {
        return structure.routing() == null
                ? List.of()
                : erp.of(WorkCenters.class, structure.plant())
                        .of(
                                structure.plant(),
                                structure.routing().operations().stream()
                                        .map(Operation::workCenterId)
                                        .collect(Collectors.toSet()),
                                sight);
    }

    private List<PurchaseOrder> purchaseOrders(String itemId, Sight sight) {
        var orders = erp.of(PurchaseOrders.class);
        return EveryPage.of(cursor ->
                orders.orders(
                        new PurchaseOrderQuery(
                                null, itemId, PurchaseOrder.Status.OPEN, EveryPage.LIMIT, cursor),
                        sight));
    }

    private List<ProductionOrder> productionOrders(String itemId, Sight sight) {
        var orders = erp.of(ProductionOrders.class);
        return EveryPage.of(cursor ->
                orders.orders(
                        new ProductionOrderQuery(
                                itemId,
                                null,
                                null,
                                Lifecycle.IN_FLIGHT,
                                null,
                                null,
                                EveryPage.LIMIT,
                                cursor),
                        sight));
    }
}
