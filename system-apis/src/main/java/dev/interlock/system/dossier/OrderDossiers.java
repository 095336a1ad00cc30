package dev.interlock.system.dossier;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.dossier.OrderDossier.Load;
import dev.interlock.system.hold.Holds;
import dev.interlock.system.inventory.Balance;
import dev.interlock.system.inventory.BalanceQuery;
import dev.interlock.system.inventory.Stock;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemMaster;
import dev.interlock.system.item.ItemSourcing;
import dev.interlock.system.item.UnitConversions;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.order.ProductionOrderQuery;
import dev.interlock.system.order.ProductionOrders;
import dev.interlock.system.order.SalesOrder;
import dev.interlock.system.order.SalesOrders;
import dev.interlock.system.order.WorkCenterLoads;
import dev.interlock.system.revision.Revision;
import dev.interlock.system.revision.Revisions;
import dev.interlock.system.structure.Bom;
import dev.interlock.system.structure.Explosions;
import dev.interlock.system.structure.StructureKey;
import dev.interlock.system.structure.Structures;
import dev.interlock.system.structure.WhereUsed;
import dev.interlock.system.structure.WorkCenter;
import dev.interlock.system.structure.WorkCenterKey;
import dev.interlock.system.structure.WorkCenters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what each part of the ERP says around an order; whichever back end answers for the
/// part is asked.
@ApplicationScoped
class OrderDossiers {
    private static final Limit PAGE = new Limit(200);
    private static final int EVERY_LEVEL = 50;

    private final Erp erp;

    OrderDossiers(Erp erp) {
        this.erp = erp;
    }

    /// Empty when the order is not known or not to be seen.
    Optional<OrderDossier> of(String orderNumber, Sight sight) {
        return erp.of(ProductionOrders.class)
                .order(orderNumber, sight)
                .map(order -> around(order, sight));
    }

    /// No part needs another, but the items those that the BOM names.
    private OrderDossier around(ProductionOrder order, Sight sight) {
        try (var ahead = new Ahead()) {
            var revisions = ahead.ask(() -> revisions(order.itemId(), sight));
            var usedIn = ahead.ask(() -> usedIn(order.itemId(), sight));
            var workCenters = ahead.ask(() -> workCenters(order, sight));
            var loads = ahead.ask(() -> loads(order, sight));
            var balances = ahead.ask(() -> balances(order, sight));
            var holds = ahead.ask(() -> erp.of(Holds.class).activeOn(targets(order), sight));
            var subOrders = ahead.ask(() -> subOrders(order.orderNumber(), sight));
            var salesOrder = ahead.ask(() -> salesOrder(order, sight));
            var structures = erp.of(Structures.class, order.plant());
            var structure = new StructureKey(order.itemId(), order.revision(), order.plant());
            var routing = ahead.ask(() -> structures.routing(structure, sight));
            var bom = structures.bom(structure, sight);
            var items = erp.of(ItemMaster.class).items(itemsOf(order, bom), sight);
            return new OrderDossier(
                    order,
                    items,
                    revisions.get(),
                    usedIn.get(),
                    bom.orElse(null),
                    routing.get().orElse(null),
                    bom.map(found -> conversions(found, items, sight)).orElse(List.of()),
                    workCenters.get(),
                    loads.get(),
                    balances.get(),
                    holds.get(),
                    subOrders.get(),
                    salesOrder.get().orElse(null));
        }
    }

    private List<Revision> revisions(String itemId, Sight sight) {
        return erp.of(Revisions.class)
                .of(itemId, sight)
                .<List<Revision>>map(page -> page.items())
                .orElse(List.of());
    }

    private Optional<SalesOrder> salesOrder(ProductionOrder order, Sight sight) {
        return order.salesOrderNumber() == null
                ? Optional.empty()
                : erp.of(SalesOrders.class).salesOrder(order.salesOrderNumber(), sight);
    }

    private static Set<String> itemsOf(ProductionOrder order, Optional<Bom> bom) {
        var ids = new LinkedHashSet<String>();
        ids.add(order.itemId());
        order.components().forEach(component -> ids.add(component.itemId()));
        bom.ifPresent(found -> found.lines().forEach(line -> ids.add(line.componentId())));
        return ids;
    }

    private List<String> usedIn(String itemId, Sight sight) {
        return erp.of(Explosions.class)
                .whereUsed(itemId, EVERY_LEVEL, sight)
                .map(page -> page.items().stream().map(WhereUsed::parentId).distinct().toList())
                .orElse(List.of());
    }

    private List<UnitConversions> conversions(Bom bom, List<Item> items, Sight sight) {
        Map<String, String> units =
                items.stream().collect(Collectors.toMap(Item::itemId, Item::baseUnit));
        var sourcing = erp.of(ItemSourcing.class);
        return bom.lines().stream()
                .filter(line -> units.containsKey(line.componentId()))
                .filter(line -> !line.quantity().unit().equals(units.get(line.componentId())))
                .map(line -> line.componentId())
                .distinct()
                .flatMap(id -> sourcing.conversions(id, sight).stream())
                .toList();
    }

    private List<WorkCenter> workCenters(ProductionOrder order, Sight sight) {
        var centers = erp.of(WorkCenters.class, order.plant());
        return centersOf(order).stream()
                .flatMap(key -> centers.workCenter(key, sight).stream())
                .toList();
    }

    private static List<WorkCenterKey> centersOf(ProductionOrder order) {
        return order.operations().stream()
                .map(Operation::workCenterId)
                .distinct()
                .map(id -> new WorkCenterKey(order.plant(), id))
                .toList();
    }

    private List<Load> loads(ProductionOrder order, Sight sight) {
        var loads = new ArrayList<Load>();
        for (var key : centersOf(order)) {
            var days =
                    order.operations().stream()
                            .filter(operation ->
                                    operation.workCenterId().equals(key.workCenterId()))
                            .map(operation -> begin(order, operation))
                            .sorted()
                            .toList();
            erp.of(WorkCenterLoads.class, order.plant())
                    .loads(key, days.getFirst(), days.getLast(), sight)
                    .ifPresent(page ->
                            page.items().stream()
                                    .map(load ->
                                            new Load(
                                                    key.workCenterId(),
                                                    load.on(),
                                                    load.load(),
                                                    load.capacity()))
                                    .forEach(loads::add));
        }
        return List.copyOf(loads);
    }

    private static LocalDate begin(ProductionOrder order, Operation operation) {
        @Nullable LocalDate planned = operation.plannedStart();
        return planned == null ? order.plannedStart() : planned;
    }

    private List<Balance> balances(ProductionOrder order, Sight sight) {
        var stock = erp.of(Stock.class, order.plant());
        return order.components().stream()
                .filter(component -> !component.lots().isEmpty())
                .map(Component::itemId)
                .distinct()
                .flatMap(id ->
                        everyPage(cursor ->
                                stock.balances(
                                        new BalanceQuery(
                                                id, order.plant(), null, null, null, PAGE, cursor),
                                        sight))
                                .stream())
                .toList();
    }

    private static Set<String> targets(ProductionOrder order) {
        var targets = new LinkedHashSet<String>();
        targets.add(order.orderNumber());
        for (var component : order.components()) {
            targets.add(component.itemId());
            component.lots().forEach(share -> targets.add(component.itemId() + "/" + share.lot()));
        }
        return targets;
    }

    private List<ProductionOrder> subOrders(String orderNumber, Sight sight) {
        var orders = erp.of(ProductionOrders.class);
        return everyPage(cursor ->
                orders.orders(
                        new ProductionOrderQuery(
                                null, null, null, List.of(), null, orderNumber, PAGE, cursor),
                        sight));
    }

    private static <T> List<T> everyPage(Function<@Nullable Cursor, Page<T>> list) {
        var all = new ArrayList<T>();
        @Nullable Cursor cursor = null;
        do {
            var page = list.apply(cursor);
            all.addAll(page.items());
            cursor = page.nextCursor() == null ? null : Cursor.fromString(page.nextCursor());
        } while (cursor != null);
        return List.copyOf(all);
    }
}
