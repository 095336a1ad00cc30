package dev.interlock.system.dossier;

import static java.util.stream.Collectors.toSet;

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
import dev.interlock.system.structure.Routing;
import dev.interlock.system.structure.Structures;
import dev.interlock.system.structure.WorkCenter;
import dev.interlock.system.structure.WorkCenterKey;
import dev.interlock.system.structure.WorkCenters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        var structures = structures(itemId, revision, plants, sight);
        var ids = componentsOf(structures);
        ids.add(itemId);
        var items = erp.of(ItemMaster.class).items(ids, sight);
        return items.stream()
                .filter(item -> item.itemId().equals(itemId))
                .findFirst()
                .map(item -> around(item, structures, items, sight));
    }

    private ItemDossier around(
            Item item, List<Structure> structures, List<Item> items, Sight sight) {
        var id = item.itemId();
        var ids = items.stream().map(Item::itemId).collect(toSet());
        var revisions = erp.of(Revisions.class).ofAll(ids, sight);
        return new ItemDossier(
                item,
                revisions.stream().filter(revision -> revision.itemId().equals(id)).toList(),
                erp.of(ItemSourcing.class)
                        .suppliers(id, sight)
                        .map(ItemSuppliers::suppliers)
                        .orElse(List.of()),
                purchaseOrders(id, sight),
                inFlight(id, null, sight),
                inFlight(null, id, sight),
                EveryPage.balances(erp.of(Stock.class), id, null, sight),
                structures,
                items.stream().filter(component -> !component.itemId().equals(id)).toList(),
                revisions.stream().filter(revision -> !revision.itemId().equals(id)).toList(),
                workCenters(structures, sight));
    }

    private List<Structure> structures(
            String itemId, @Nullable String revision, Set<String> plants, Sight sight) {
        if (revision == null) {
            return List.of();
        }
        var boms =
                erp.ask(
                        Structures.class,
                        plants,
                        (port, of) -> port.boms(itemId, revision, of, sight));
        var routings =
                erp.ask(
                        Structures.class,
                        plants,
                        (port, of) -> port.routings(itemId, revision, of, sight));
        return plants.stream()
                .map(plant ->
                        new Structure(
                                plant,
                                first(boms, bom -> bom.plant().equals(plant)),
                                first(routings, routing -> routing.plant().equals(plant))))
                .toList();
    }

    private static <T> @Nullable T first(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElse(null);
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

    private List<WorkCenter> workCenters(List<Structure> structures, Sight sight) {
        var keys =
                structures.stream()
                        .map(Structure::routing)
                        .filter(Objects::nonNull)
                        .flatMap(ItemDossiers::centersOf)
                        .collect(toSet());
        return erp.ask(
                WorkCenters.class,
                keys.stream().map(WorkCenterKey::plant).collect(toSet()),
                (port, plants) ->
                        port.of(
                                keys.stream()
                                        .filter(key -> plants.contains(key.plant()))
                                        .collect(toSet()),
                                sight));
    }

    private static Stream<WorkCenterKey> centersOf(Routing routing) {
        return routing.operations().stream()
                .map(operation -> new WorkCenterKey(routing.plant(), operation.workCenterId()));
    }

    private List<PurchaseOrder> purchaseOrders(String itemId, Sight sight) {
        var orders = erp.of(PurchaseOrders.class);
        return EveryPage.of(cursor ->
                orders.orders(
                        new PurchaseOrderQuery(
                                null, itemId, PurchaseOrder.Status.OPEN, EveryPage.LIMIT, cursor),
                        sight));
    }

    private List<ProductionOrder> inFlight(
            @Nullable String itemId, @Nullable String phantomId, Sight sight) {
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
                                null,
                                phantomId,
                                EveryPage.LIMIT,
                                cursor),
                        sight));
    }
}
