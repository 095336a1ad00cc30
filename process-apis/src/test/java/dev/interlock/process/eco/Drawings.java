package dev.interlock.process.eco;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Fact;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.eco.EngineeringChange.Approval;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.eco.EngineeringChange.RoutingChange;
import dev.interlock.process.eco.Proposal.InPlm;
import dev.interlock.process.eco.Proposal.Structure;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Item.ItemPlant;
import dev.interlock.process.facts.ItemFacts.Use;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.Line;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.Routing.Operation;
import dev.interlock.process.facts.Stock.Balance;
import dev.interlock.process.facts.UsagePolicy;
import dev.interlock.process.facts.WorkCenter;
import dev.interlock.process.facts.WorkCenter.Validity;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A small world for a change to happen in: gearbox GB-4711 at revision B, made of a housing and a
/// seal, in plant 1000, on 22 November 2026. Change ECO-1 takes it to C.
final class Drawings {
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, List<Revision>> revisions = new HashMap<>();
    final Map<String, List<Use>> uses = new HashMap<>();
    final Map<String, List<Balance>> balances = new HashMap<>();
    final Map<String, List<OpenOrder>> productionOrders = new HashMap<>();
    final Map<String, List<OpenOrder>> phantomOrders = new HashMap<>();
    final Map<String, List<PurchaseOrder>> purchaseOrders = new HashMap<>();
    final Map<String, List<ItemSupplier>> suppliers = new HashMap<>();
    final Map<String, Bom> boms = new HashMap<>();
    final Map<String, Routing> routings = new HashMap<>();
    final Map<String, List<String>> systems = new HashMap<>();
    final Map<String, WorkCenter> workCenters = new HashMap<>();
    final List<BomChange> bomChanges = new ArrayList<>();
    final List<RoutingChange> routingChanges = new ArrayList<>();
    final List<AffectedItem> affected = new ArrayList<>();
    Effectivity effectivity = new Effectivity("IMMEDIATE", null, null, null);

    /// Whether what engineering adds becomes a phantom.
    boolean phantoms;

    EngineeringChange.Type type = EngineeringChange.Type.ORDER;
    Optional<InPlm> inPlm = Optional.of(new InPlm("APPROVED", 1));

    Drawings() {
        systems.put("1000", List.of("MES", "QMS"));
        item("GB-4711", "FINISHED_GOOD", "B");
        item("HS-1200", "COMPONENT", "A");
        item("SL-0450", "COMPONENT", "A");
        item("SL-0460", "COMPONENT", "A");
        boms.put("GB-4711", Parts.bom(Parts.line(10, "HS-1200"), Parts.line(80, "SL-0450")));
        affected.add(Parts.affected("GB-4711", "B", "C", Map.of()));
    }

    void item(String itemId, String type, String revision) {
        items.put(itemId, item(itemId, type, revision, "ACTIVE", null, "1000"));
        revisions.put(itemId, List.of(Parts.revision(itemId, revision, "RELEASED", null)));
        boms.putIfAbsent(itemId, Parts.bom());
    }

    /// Gives an item another usage status, of its own and in plant 1000.
    void used(String itemId, String usageStatus, @Nullable String inPlant) {
        items.computeIfPresent(
                itemId,
                (_, known) ->
                        item(
                                itemId,
                                known.type(),
                                Objects.requireNonNull(known.currentRevision()),
                                usageStatus,
                                inPlant,
                                "1000"));
    }

    private static Item item(
            String itemId,
            String type,
            String revision,
            String usageStatus,
            @Nullable String inPlant,
            String... plants) {
        return new Item(
                itemId,
                "Item " + itemId,
                type,
                "EA",
                "MAKE",
                revision,
                usageStatus,
                false,
                Stream.of(plants)
                        .map(plant -> new ItemPlant(plant, null, null, null, inPlant))
                        .toList());
    }

    /// The gearbox is made in plant 2000 too, at revision B.
    void isMadeElsewhereToo() {
        systems.put("2000", List.of("MES"));
        items.put("GB-4711", item("GB-4711", "FINISHED_GOOD", "B", "ACTIVE", null, "1000", "2000"));
    }

    void removes(String parent, String component, int position, Map<String, String> disposition) {
        bomChanges.add(
                new BomChange(
                        Action.REMOVE, parent, component, position, null, null, null, disposition));
    }

    void adds(String parent, String component, int position) {
        adds(parent, component, position, Quantity.of("1", "EA"));
    }

    void adds(String parent, String component, int position, Quantity quantity) {
        bomChanges.add(
                new BomChange(Action.ADD, parent, component, position, null, quantity, null, null));
    }

    void dropsOperation(String itemId, int number) {
        routingChanges.add(
                new RoutingChange(
                        Action.REMOVE, itemId, number, null, null, null, null, null, null));
    }

    /// Gives gearbox revision B a routing in plant 1000, whose last operation inspects.
    void routing(String status) {
        routings.put(
                "GB-4711",
                new Routing(
                        status,
                        null,
                        null,
                        null,
                        List.of(operation(10, "MILL-1", false), operation(20, "TEST-1", true))));
    }

    private static Operation operation(int number, String workCenter, boolean inspection) {
        return new Operation(
                number, workCenter, "Work", Duration.ZERO, Duration.ofMinutes(2), inspection, null);
    }

    /// The gearbox is assembled in one operation, on a work center that is valid until a day.
    void assembledOn(String workCenterId, @Nullable String validTo) {
        workCenters.put(
                workCenterId,
                new WorkCenter(
                        "1000",
                        workCenterId,
                        "ACTIVE",
                        new Validity(null, validTo == null ? null : LocalDate.parse(validTo))));
        routings.put(
                "GB-4711",
                new Routing(
                        "CERTIFIED",
                        null,
                        null,
                        null,
                        List.of(
                                new Routing.Operation(
                                        10,
                                        workCenterId,
                                        "Assemble",
                                        Duration.ZERO,
                                        Duration.ofMinutes(9),
                                        false,
                                        null))));
    }

    void holds(String kind, @Nullable String from, @Nullable String to) {
        effectivity = new Effectivity(kind, from, to, null);
    }

    void order(String orderNumber, String lifecycle, String start) {
        order(orderNumber, "B", lifecycle, start);
    }

    void order(String orderNumber, String revision, String lifecycle, String start) {
        productionOrders
                .computeIfAbsent("GB-4711", _ -> new ArrayList<>())
                .add(
                        new OpenOrder(
                                orderNumber,
                                "1000",
                                "GB-4711",
                                revision,
                                Quantity.of("5", "EA"),
                                LocalDate.parse(start),
                                lifecycle,
                                List.of(),
                                List.of()));
    }

    void stock(String itemId, String stockType, String quantity) {
        balances.computeIfAbsent(itemId, _ -> new ArrayList<>())
                .add(
                        new Balance(
                                itemId,
                                "1000",
                                "MAIN",
                                null,
                                stockType,
                                Quantity.of(quantity, "EA"),
                                null));
    }

    void purchase(String itemId, String orderNumber, String status) {
        purchaseOrders
                .computeIfAbsent(itemId, _ -> new ArrayList<>())
                .add(
                        new PurchaseOrder(
                                orderNumber,
                                "ACME",
                                "1000",
                                status,
                                List.of(
                                        new Line(
                                                1,
                                                itemId,
                                                Quantity.of("10", "EA"),
                                                Quantity.of("4", "EA"),
                                                null))));
    }

    Proposal proposal() {
        var change =
                new EngineeringChange(
                        "ECO-1",
                        type,
                        "Another seal",
                        null,
                        null,
                        EngineeringChange.Status.APPROVED,
                        effectivity,
                        affected,
                        bomChanges,
                        routingChanges,
                        List.of(new Approval("engineering", "APPROVED", null)),
                        1,
                        null);
        return new Proposal(
                change,
                Optional.of("run-2"),
                TODAY,
                new Fact<>(_ -> inPlm),
                new Fact<>(id -> Optional.ofNullable(items.get(id))),
                new Fact<>(id -> revisions.getOrDefault(id, List.of())),
                new Fact<>(structure -> in(boms, structure)),
                new Fact<>(structure -> in(routings, structure)),
                new Fact<>(place -> Optional.ofNullable(workCenters.get(place.workCenterId()))),
                new Fact<>(id -> uses.getOrDefault(id, List.of())),
                new Fact<>(_ -> List.of()),
                new Fact<>(id -> suppliers.getOrDefault(id, List.of())),
                new Fact<>("ACME"::equals),
                new Fact<>(id -> purchaseOrders.getOrDefault(id, List.of())),
                new Fact<>(id -> productionOrders.getOrDefault(id, List.of())),
                new Fact<>(id -> phantomOrders.getOrDefault(id, List.of())),
                new Fact<>(id -> balances.getOrDefault(id, List.of())),
                new Fact<>(_ -> new StructureRule("*", "*", phantoms, true, BigDecimal.ONE)),
                new Fact<>(Drawings::refused),
                new Fact<>(plant -> Optional.ofNullable(systems.get(plant))),
                new Fact<>(held -> Optional.ofNullable(boms.get(held.itemId()))));
    }

    /// Its own of the plant (`GB-4711 in 2000`), or that of all plants.
    private static <T> Optional<T> in(Map<String, T> structures, Structure structure) {
        return Optional.ofNullable(structures.get(structure.itemId() + " in " + structure.plant()))
                .or(() -> Optional.ofNullable(structures.get(structure.itemId())));
    }

    private static List<UsagePolicy> refused(String severity) {
        return Stream.of("BOM_HEADER", "BOM_COMPONENT", "ROUTING")
                .map(function -> new UsagePolicy("BLOCKED", function, severity))
                .toList();
    }
}
