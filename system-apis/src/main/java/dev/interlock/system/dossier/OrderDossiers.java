package dev.interlock.system.dossier;

import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.dossier.OrderDossier.Load;
import dev.interlock.system.hold.Hold;
import dev.interlock.system.hold.Holds;
import dev.interlock.system.inventory.Balance;
import dev.interlock.system.inventory.Stock;
import dev.interlock.system.item.Item;
import dev.interlock.system.item.ItemMaster;
import dev.interlock.system.item.ItemSourcing;
import dev.interlock.system.item.Masters;
import dev.interlock.system.item.Plant;
import dev.interlock.system.item.UnitConversions;
import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Flag;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.order.ProductionOrderQuery;
import dev.interlock.system.order.ProductionOrders;
import dev.interlock.system.order.SalesOrder;
import dev.interlock.system.order.SalesOrders;
import dev.interlock.system.order.WorkCenterLoads;
import dev.interlock.system.reservation.Availabilities;
import dev.interlock.system.reservation.Availability.Prospect;
import dev.interlock.system.reservation.AvailabilityRequest;
import dev.interlock.system.reservation.Reservation;
import dev.interlock.system.reservation.ReservationQuery;
import dev.interlock.system.reservation.Reservations;
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
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts together what each part of the ERP says around an order; whichever back end answers for the
/// part is asked.
@ApplicationScoped
class OrderDossiers {
    private static final int EVERY_LEVEL = 50;
    private static final int A_YEAR = 366;

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

    /// Two groups of questions side by side: what the order is made of, and what it needs besides.
    private OrderDossier around(ProductionOrder order, Sight sight) {
        var aside = Aside.ask(sight, () -> besides(order, sight));
        var structures = erp.of(Structures.class, order.plant());
        var structure = new StructureKey(order.itemId(), order.revision(), order.plant());
        var bom = structures.bom(structure, sight);
        var items = erp.of(ItemMaster.class).items(itemsOf(order, bom), sight);
        var revisions =
                erp.of(Revisions.class)
                        .of(order.itemId(), sight)
                        .<List<Revision>>map(page -> page.items())
                        .orElse(List.of());
        var usedIn = usedIn(order, sight);
        var routing = structures.routing(structure, sight);
        var conversions = bom.map(found -> conversions(found, items, sight)).orElse(List.of());
        var balances = balances(order, sight);
        var besides = aside.get();
        return new OrderDossier(
                order,
                items,
                revisions,
                usedIn,
                bom.orElse(null),
                routing.orElse(null),
                conversions,
                besides.workCenters(),
                besides.loads(),
                balances,
                besides.prospect().lines(),
                besides.prospect().promisedLots(),
                besides.holds(),
                besides.subOrders(),
                besides.salesOrder(),
                besides.reservation(),
                besides.timeZone());
    }

    private record Besides(
            List<WorkCenter> workCenters,
            List<Load> loads,
            Prospect prospect,
            List<Hold> holds,
            List<ProductionOrder> subOrders,
            @Nullable SalesOrder salesOrder,
            @Nullable Reservation reservation,
            @Nullable ZoneId timeZone) {}

    private Besides besides(ProductionOrder order, Sight sight) {
        return new Besides(
                workCenters(order, sight),
                loads(order, sight),
                prospect(order, sight),
                erp.of(Holds.class).activeOn(targets(order), sight),
                subOrders(order.orderNumber(), sight),
                order.salesOrderNumber() == null
                        ? null
                        : erp.of(SalesOrders.class)
                                .salesOrder(order.salesOrderNumber(), sight)
                                .orElse(null),
                reservation(order, sight),
                erp.of(Masters.class)
                        .plant(order.plant(), sight)
                        .map(Plant::timeZone)
                        .orElse(null));
    }

    private static Set<String> itemsOf(ProductionOrder order, Optional<Bom> bom) {
        var ids = new LinkedHashSet<String>();
        ids.add(order.itemId());
        order.components().forEach(component -> ids.add(component.itemId()));
        bom.ifPresent(found -> found.lines().forEach(line -> ids.add(line.componentId())));
        return ids;
    }

    /// Another plant may well make of it what it is made of here.
    private List<String> usedIn(ProductionOrder order, Sight sight) {
        return erp.of(Explosions.class)
                .whereUsed(order.itemId(), EVERY_LEVEL, sight)
                .map(page ->
                        page.items().stream()
                                .filter(use -> use.plant().equals(order.plant()))
                                .map(WhereUsed::parentId)
                                .distinct()
                                .toList())
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
        return erp.of(WorkCenters.class, order.plant()).of(Set.copyOf(centersOf(order)), sight);
    }

    private static List<WorkCenterKey> centersOf(ProductionOrder order) {
        return order.operations().stream()
                .map(Operation::workCenterId)
                .distinct()
                .map(id -> new WorkCenterKey(order.plant(), id))
                .toList();
    }

    /// Of the days on which the order's own operations are planned, and of no others.
    private List<Load> loads(ProductionOrder order, Sight sight) {
        return order.operations().stream()
                .flatMap(operation -> Span.of(order, operation))
                .distinct()
                .flatMap(span -> loads(span, sight))
                .distinct()
                .toList();
    }

    private Stream<Load> loads(Span span, Sight sight) {
        var center = span.center();
        return erp
                .of(WorkCenterLoads.class, center.plant())
                .loads(center, span.first(), span.last(), sight)
                .stream()
                .flatMap(page -> page.items().stream())
                .map(load ->
                        new Load(center.workCenterId(), load.on(), load.load(), load.capacity()));
    }

    /// Days at a work center, as many as its loads are told of at once.
    private record Span(WorkCenterKey center, LocalDate first, LocalDate last) {
        static Stream<Span> of(ProductionOrder order, Operation operation) {
            var center = new WorkCenterKey(order.plant(), operation.workCenterId());
            var begin = begin(order, operation);
            var end = end(operation, begin);
            return Stream.iterate(begin, day -> !day.isAfter(end), day -> day.plusDays(A_YEAR))
                    .map(day -> new Span(center, day, earlier(day.plusDays(A_YEAR - 1), end)));
        }

        private static LocalDate end(Operation operation, LocalDate begin) {
            @Nullable LocalDate planned = operation.plannedEnd();
            return planned == null ? begin : planned;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
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
                .flatMap(id -> EveryPage.balances(stock, id, order.plant(), sight).stream())
                .toList();
    }

    private Prospect prospect(ProductionOrder order, Sight sight) {
        if (order.components().isEmpty()) {
            return Prospect.NOTHING_NEEDED;
        }
        var lines =
                order.components().stream()
                        .map(c ->
                                new AvailabilityRequest.Line(
                                        c.itemId(), c.quantity(), c.requiredOn()))
                        .toList();
        var needed = new AvailabilityRequest(order.plant(), order.orderNumber(), lines);
        return erp.of(Availabilities.class, order.plant()).look(needed, sight);
    }

    private static Set<String> targets(ProductionOrder order) {
        var targets = new LinkedHashSet<String>();
        targets.add(order.orderNumber());
        targets.add(order.itemId());
        for (var component : order.components()) {
            targets.add(component.itemId());
            component.lots().forEach(share -> targets.add(component.itemId() + "/" + share.lot()));
        }
        return targets;
    }

    /// One that is used up stands no longer, though the order still shows it.
    private @Nullable Reservation reservation(ProductionOrder order, Sight sight) {
        if (!order.flags().contains(Flag.MATERIAL_COMMITTED)) {
            return null;
        }
        var open =
                new ReservationQuery(
                        order.orderNumber(), Reservation.Status.OPEN, EveryPage.LIMIT, null);
        return erp.of(Reservations.class).reservations(open, sight).items().stream()
                .findFirst()
                .orElse(null);
    }

    private List<ProductionOrder> subOrders(String orderNumber, Sight sight) {
        var orders = erp.of(ProductionOrders.class);
        return EveryPage.of(cursor ->
                orders.orders(
                        new ProductionOrderQuery(
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                orderNumber,
                                null,
                                null,
                                EveryPage.LIMIT,
                                cursor),
                        sight));
    }
}
