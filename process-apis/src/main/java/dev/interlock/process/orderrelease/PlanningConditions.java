package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.facts.SubOrder;
import dev.interlock.process.facts.WorkCenterLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whether the order fits into what else is planned: what it waits for, who waits for it, the time
/// of its work centers, and who bears its costs.
final class PlanningConditions {
    private PlanningConditions() {}

    static Result subOrdersReleased(Question question) {
        var subOrders = question.surroundings().subOrders().of(question.order().orderNumber());
        var waiting = subOrders.stream().filter(order -> !order.isReleased()).toList();
        return Result.of(
                subOrders.isEmpty()
                        ? "No order makes a component of it."
                        : "Every order that makes a component of it is released.",
                waiting.stream().map(PlanningConditions::waitsFor).toList(),
                Map.of("subOrders", waiting));
    }

    private static String waitsFor(SubOrder order) {
        return "Order %s, which makes %s %s of %s until %s, is %s."
                .formatted(
                        order.orderNumber(),
                        order.quantity().value().toPlainString(),
                        order.quantity().unit(),
                        order.itemId(),
                        order.plannedEnd(),
                        order.lifecycle());
    }

    static Result demandValid(Question question) {
        var number = question.order().salesOrderNumber();
        if (number == null) {
            return new Result.NotRun("The order serves no sales order.");
        }
        var salesOrder = question.surroundings().salesOrders().of(number);
        if (salesOrder.isEmpty()) {
            return new Result.Failed(
                    "ERP does not know the sales order " + number + ".",
                    Map.of("salesOrderNumber", number));
        }
        return salesOrder.get().isOpen()
                ? new Result.Passed(
                        "The sales order %s of %s is open."
                                .formatted(number, salesOrder.get().customer()))
                : new Result.Failed(
                        "The sales order %s of %s is %s."
                                .formatted(
                                        number,
                                        salesOrder.get().customer(),
                                        salesOrder.get().status()),
                        Map.of("salesOrder", salesOrder.get()));
    }

    /// The dossier tells the days on which the order's own operations are planned, and no others.
    static Result capacity(Question question) {
        var order = question.order();
        var reasons = new ArrayList<String>();
        var evidence = new LinkedHashMap<String, Object>();
        for (var center : order.workCenterIds()) {
            var overloads =
                    question.surroundings().loads().of(center).stream()
                            .filter(WorkCenterLoad::isTooMuch)
                            .toList();
            if (!overloads.isEmpty()) {
                evidence.put(center, overloads);
                overloads.forEach(load -> reasons.add(overload(center, load)));
            }
        }
        return Result.of("Every work center has the time on its days.", reasons, evidence);
    }

    private static String overload(String center, WorkCenterLoad load) {
        return "Work center %s has %s planned on %s and can do %s: %s too much."
                .formatted(
                        center,
                        hours(load.load()),
                        load.on(),
                        hours(load.capacity()),
                        hours(load.load().minus(load.capacity())));
    }

    /// `17:05 h`; a part of a minute counts as a whole one.
    private static String hours(Duration time) {
        var minutes = time.plusSeconds(59).toMinutes();
        return "%d:%02d h".formatted(minutes / 60, minutes % 60);
    }

    /// ERP knows which order types need a settlement rule, and flags an order that lacks one.
    static Result costReady(Question question) {
        var order = question.order();
        if (!order.flags().contains("COST_ERROR")) {
            return new Result.Passed("The costs of the order can be settled.");
        }
        return new Result.Failed(
                order.settlementRule() == null
                        ? "An order of type %s needs a settlement rule, and this one has none."
                                .formatted(order.orderType())
                        : "ERP found an error in the costs of the order (COST_ERROR).",
                Map.of("orderType", order.orderType(), "flags", order.flags()));
    }
}
