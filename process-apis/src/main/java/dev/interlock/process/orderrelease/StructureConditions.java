package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.WorkCenter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the structure behind the order must fulfil: BOM, routing, work centers.
final class StructureConditions {
    private static final String COPIED_ANEW =
            "a revision change (revision-changes) to its own revision copies the structure anew.";

    private StructureConditions() {}

    static Result bomValid(Question question) {
        var order = question.order();
        var bom = question.bom().of(order);
        if (bom.isEmpty()) {
            return missing("BOM", question);
        }
        var reasons = new ArrayList<String>();
        if (!bom.get().status().equals("CERTIFIED")) {
            reasons.add("The BOM is " + bom.get().status() + ", not CERTIFIED.");
        }
        if (bom.get().effectivity() != null
                && !bom.get().effectivity().holdsOn(order.plannedStart())) {
            reasons.add("The BOM does not hold on " + order.plannedStart() + ".");
        }
        var ancestors = question.ancestors().of(order.itemId());
        for (var line : bom.get().lines()) {
            line(question, line, ancestors, reasons);
        }
        if (order.components().isEmpty() && isMadeOfAnything(bom.get(), order.plannedStart())) {
            reasons.add("The order was made without the components of its BOM: " + COPIED_ANEW);
        }
        return Result.of(
                "A certified BOM holds on the planned start.",
                reasons,
                evidence(
                        bom.get().status(),
                        bom.get().effectivity(),
                        "lines",
                        bom.get().lines().size()));
    }

    private static boolean isMadeOfAnything(Bom bom, LocalDate day) {
        return bom.lines().stream()
                .anyMatch(line -> line.effectivity() == null || line.effectivity().holdsOn(day));
    }

    private static Map<String, Object> evidence(
            String status, @Nullable Effectivity effectivity, String parts, int count) {
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("status", status);
        if (effectivity != null) {
            evidence.put("effectivity", effectivity);
        }
        evidence.put(parts, count);
        return evidence;
    }

    private static void line(
            Question question, Bom.Line line, List<String> ancestors, List<String> reasons) {
        var at = "Position %d, %s".formatted(line.position(), line.componentId());
        if (!line.quantity().isPositive()) {
            reasons.add(at + ": the quantity must be more than zero.");
        }
        if (ancestors.contains(line.componentId())
                || line.componentId().equals(question.order().itemId())) {
            reasons.add(at + ": the item would contain itself.");
        }
        var item = question.items().of(line.componentId());
        if (item.isEmpty()) {
            reasons.add(at + ": ERP does not know the component.");
        } else if (!isConvertible(question, line, item.get())) {
            reasons.add(
                    "%s: %s cannot be converted into %s, in which the item is counted."
                            .formatted(at, line.quantity().unit(), item.get().baseUnit()));
        }
    }

    private static boolean isConvertible(Question question, Bom.Line line, Item item) {
        var unit = line.quantity().unit();
        return unit.equals(item.baseUnit())
                || question.convertibleUnits().of(item.itemId()).contains(unit);
    }

    static Result routingValid(Question question) {
        var order = question.order();
        var routing = question.routing().of(order);
        if (routing.isEmpty()) {
            return missing("routing", question);
        }
        var reasons = new ArrayList<String>();
        if (!routing.get().status().equals("CERTIFIED")) {
            reasons.add("The routing is " + routing.get().status() + ", not CERTIFIED.");
        }
        if (routing.get().effectivity() != null
                && !routing.get().effectivity().holdsOn(order.plannedStart())) {
            reasons.add("The routing does not hold on " + order.plannedStart() + ".");
        }
        if (!routing.get().covers(order.quantity())) {
            reasons.add(
                    "The routing is not for a lot of "
                            + order.quantity().value().toPlainString()
                            + ".");
        }
        operations(routing.get().operations(), reasons);
        if (order.operations().isEmpty()) {
            reasons.add("The order was made without the operations of a routing: " + COPIED_ANEW);
        }
        return Result.of(
                "A certified routing holds on the planned start.",
                reasons,
                evidence(
                        routing.get().status(),
                        routing.get().effectivity(),
                        "operations",
                        routing.get().operations().size()));
    }

    private static void operations(List<Routing.Operation> operations, List<String> reasons) {
        if (operations.isEmpty()) {
            reasons.add("The routing has no operation.");
        }
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (i > 0 && operation.number() <= operations.get(i - 1).number()) {
                reasons.add("Operation " + operation.number() + " is out of order.");
            }
            if (!operation.runTimePerUnit().isPositive()) {
                reasons.add("Operation " + operation.number() + " has no run time.");
            }
        }
    }

    static Result workCenterReady(Question question) {
        var order = question.order();
        var reasons = new ArrayList<String>();
        var evidence = new LinkedHashMap<String, Object>();
        for (var id : order.workCenterIds()) {
            var center = question.workCenters().of(id);
            evidence.put(id, center.map(WorkCenter::status).orElse("unknown"));
            if (center.isEmpty()) {
                reasons.add("Work center " + id + " does not exist.");
            } else if (!center.get().status().equals("ACTIVE")) {
                reasons.add("Work center " + id + " is " + center.get().status() + ".");
            } else {
                days(order, id)
                        .filter(day -> !center.get().isValidOn(day))
                        .forEach(day ->
                                reasons.add(
                                        "Work center %s is not valid on %s.".formatted(id, day)));
            }
        }
        return Result.of("Every work center is ready.", reasons, evidence);
    }

    /// On which its operations begin there.
    private static Stream<LocalDate> days(ProductionOrder order, String workCenterId) {
        return order.operations().stream()
                .filter(operation -> operation.workCenterId().equals(workCenterId))
                .map(operation -> Surroundings.begin(order, operation))
                .distinct();
    }

    private static Result missing(String what, Question question) {
        var order = question.order();
        return new Result.Failed(
                "Plant %s has no %s of %s revision %s."
                        .formatted(order.plant(), what, order.itemId(), order.revision()),
                Map.of());
    }
}
