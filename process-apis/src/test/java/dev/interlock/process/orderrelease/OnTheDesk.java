package dev.interlock.process.orderrelease;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Fact;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.ChangeFacts.Approved;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Item.ItemPlant;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.ProductionOrder.Component;
import dev.interlock.process.facts.ProductionOrder.LotShare;
import dev.interlock.process.facts.ProductionOrder.Operation;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Quality.InspectionPlan;
import dev.interlock.process.facts.Quality.Nonconformance;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.SalesOrder;
import dev.interlock.process.facts.ShopFloor.Master;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.Stock.Effects;
import dev.interlock.process.facts.Stock.Hold;
import dev.interlock.process.facts.Stock.PromisedLot;
import dev.interlock.process.facts.Stock.Reservation;
import dev.interlock.process.facts.SubOrder;
import dev.interlock.process.facts.WorkCenter;
import dev.interlock.process.facts.WorkCenterLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order that lies on a planner's desk, and what the systems say around it: nothing speaks
/// against it until a test says so.
class OnTheDesk {
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    final List<String> flags = new ArrayList<>();
    final List<SubOrder> subOrders = new ArrayList<>();
    final List<Nonconformance> critical = new ArrayList<>();
    final Map<String, SalesOrder> salesOrders = new HashMap<>();
    final Map<String, List<WorkCenterLoad>> loads = new HashMap<>();
    Optional<InspectionPlan> plan = Optional.of(new InspectionPlan(List.of(20), List.of()));
    final Map<String, Item> items = new HashMap<>();
    final List<Revision> revisions = new ArrayList<>();
    final List<Approved> changes = new ArrayList<>();
    final List<Component> components = new ArrayList<>();
    final List<Availability> availability = new ArrayList<>();
    final Map<String, List<String>> convertibleUnits = new HashMap<>();
    final List<Operation> operations =
            new ArrayList<>(
                    List.of(
                            new Operation(10, "ASSY-1", MONDAY, false),
                            new Operation(20, "TEST-1", MONDAY.plusDays(1), true)));
    final List<Hold> holds = new ArrayList<>();
    final List<Balance> balances = new ArrayList<>();
    final List<PromisedLot> promisedLots = new ArrayList<>();
    final List<ItemSupplier> suppliers = new ArrayList<>();
    final Map<String, WorkCenter> workCenters = new HashMap<>();
    @Nullable Bom bom;
    @Nullable Routing routing;
    @Nullable Master master;
    @Nullable Reservation reservation;
    LocalDate today = MONDAY;
    String lifecycle = "CREATED";
    @Nullable String salesOrderNumber;
    @Nullable String lockReason;
    @Nullable Instant createdAt;
    @Nullable String settlementRule = "MATERIAL_100";

    void subOrder(String number, String lifecycle) {
        subOrders.add(
                new SubOrder(
                        number, "SH-3310", Quantity.of("5", "EA"), MONDAY.minusDays(1), lifecycle));
    }

    void load(String center, LocalDate on, String planned) {
        loads.computeIfAbsent(center, _ -> new ArrayList<>())
                .add(new WorkCenterLoad(on, Duration.parse(planned), Duration.ofHours(16)));
    }

    /// Five pieces, of these lots.
    void takes(int position, String itemId, LotShare... lots) {
        components.add(component(position, itemId, "5", "LINE-1", lots));
    }

    static Component component(
            int position,
            String itemId,
            String quantity,
            @Nullable String supplyLocation,
            LotShare... lots) {
        return new Component(
                position,
                itemId,
                Quantity.of(quantity, "EA"),
                MONDAY,
                supplyLocation,
                List.of(lots),
                List.of());
    }

    static LotShare share(String lot, String quantity) {
        return new LotShare(lot, Quantity.of(quantity, "EA"));
    }

    void lies(String itemId, String lot, String quantity, @Nullable String supplierId) {
        balances.add(
                new Balance(
                        itemId,
                        "1000",
                        "MAIN",
                        lot,
                        "UNRESTRICTED",
                        Quantity.of(quantity, "EA"),
                        supplierId));
    }

    void held(String scope, String target, Effects effects) {
        holds.add(
                new Hold(
                        String.valueOf(holds.size() + 1),
                        scope,
                        target,
                        "Crack at the flange",
                        effects,
                        "ACTIVE"));
    }

    static Item item(String itemId, String usageStatus, ItemPlant... plants) {
        @Nullable String noRevision = null;
        return new Item(
                itemId,
                "Item " + itemId,
                "COMPONENT",
                "EA",
                "BUY",
                noRevision,
                usageStatus,
                true,
                List.of(plants));
    }

    Nonconformance nonconformance(String id, @Nullable String order) {
        return new Nonconformance(
                id, "GB-4711", null, "1000", order, "CRACK", "Crack at the flange", "OPEN");
    }

    Question question() {
        var order =
                new ProductionOrder(
                        "100001",
                        "STANDARD",
                        "1000",
                        "GB-4711",
                        "B",
                        Quantity.of("5", "EA"),
                        MONDAY,
                        MONDAY.plusDays(1),
                        lifecycle,
                        flags,
                        components,
                        operations,
                        salesOrderNumber,
                        settlementRule,
                        null,
                        lockReason,
                        createdAt,
                        7);
        return new Question(
                order,
                Optional.empty(),
                today,
                new Fact<>(id -> Optional.ofNullable(items.get(id))),
                new Fact<>(_ -> revisions),
                new Fact<>(_ -> List.of()),
                new Fact<>(id -> convertibleUnits.getOrDefault(id, List.of())),
                new Fact<>(_ -> Optional.ofNullable(bom)),
                new Fact<>(_ -> Optional.ofNullable(routing)),
                new Fact<>(id -> Optional.ofNullable(workCenters.get(id))),
                new Fact<>(_ -> availability),
                new Fact<>(id -> balances.stream().filter(b -> b.itemId().equals(id)).toList()),
                new Fact<>(_ -> holds),
                new Fact<>(_ -> suppliers),
                new Fact<>(_ -> changes),
                new Fact<>(_ -> Optional.ofNullable(master)),
                new Fact<>(_ -> Optional.empty()),
                surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(
                new Fact<>(_ -> plan),
                new Fact<>(_ -> critical),
                new Fact<>(_ -> subOrders),
                new Fact<>(number -> Optional.ofNullable(salesOrders.get(number))),
                new Fact<>(center -> loads.getOrDefault(center, List.of())),
                Optional.ofNullable(reservation),
                promisedLots);
    }

    /// A released revision of what the order makes.
    void revision(
            String revision,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String change) {
        revisions.add(
                new Revision(
                        "GB-4711",
                        revision,
                        "RELEASED",
                        from,
                        to,
                        null,
                        change,
                        null,
                        List.of(),
                        List.of()));
    }
}
