package dev.interlock.process.orderrelease;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.ProductionOrder.Component;
import dev.interlock.process.facts.ProductionOrder.LotShare;
import dev.interlock.process.facts.Stock.Reservation;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the order itself must fulfil.
final class OrderConditions {
    private static final String CREATED = "CREATED";

    private OrderConditions() {}

    static Result orderStatus(Question question) {
        var order = question.order();
        var reasons = new ArrayList<String>();
        if (!order.lifecycle().equals(CREATED)) {
            reasons.add(
                    "The order is "
                            + order.lifecycle()
                            + "; only a CREATED order can be released.");
        }
        if (order.flags().contains("LOCKED")) {
            reasons.add(
                    order.lockReason() == null
                            ? "The order is LOCKED."
                            : "The order is LOCKED: %s.".formatted(order.lockReason()));
        }
        var holds = OrderHolds.onRelease(question);
        holds.forEach(hold ->
                reasons.add("%s keeps it from being released.".formatted(OrderHolds.named(hold))));
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("lifecycle", order.lifecycle());
        evidence.put("flags", order.flags());
        evidence.put("holds", holds.stream().map(h -> h.holdId()).toList());
        if (order.lockReason() != null) {
            evidence.put("lockReason", order.lockReason());
        }
        reserved(question)
                .ifPresent(reservation -> {
                    reasons.add(alreadyReserved(reservation));
                    evidence.put("reservationId", reservation.reservationId());
                });
        return Result.barredBy(reasons, "The order is CREATED and nothing holds it.", evidence);
    }

    /// What a released order has reserved is its own.
    private static Optional<Reservation> reserved(Question question) {
        return question.order().lifecycle().equals(CREATED)
                ? question.surroundings().reservation()
                : Optional.empty();
    }

    private static String alreadyReserved(Reservation reservation) {
        return "Reservation %s of the order is open, and its release makes one of its own: cancel it (POST /system/v1/reservations/%1$s/cancellations)."
                .formatted(reservation.reservationId());
    }

    static Result quantityAndDates(Question question, Period tolerance) {
        var order = question.order();
        var reasons = new ArrayList<String>();
        if (!order.quantity().isPositive()) {
            reasons.add("The quantity must be more than zero.");
        }
        if (order.plannedEnd().isBefore(order.plannedStart())) {
            reasons.add(
                    "The planned end %s lies before the planned start %s."
                            .formatted(order.plannedEnd(), order.plannedStart()));
        }
        if (order.plannedStart().isBefore(question.today().minus(tolerance))) {
            reasons.add(
                    "The planned start %s is too far in the past.".formatted(order.plannedStart()));
        }
        question.items()
                .of(order.itemId())
                .flatMap(item -> item.inPlant(order.plant()))
                .ifPresent(plant -> lotSize(order.quantity(), plant, reasons));
        return Result.of(
                "Quantity and dates make sense.",
                reasons,
                Map.of(
                        "quantity", order.quantity(),
                        "plannedStart", order.plannedStart(),
                        "plannedEnd", order.plannedEnd()));
    }

    private static void lotSize(Quantity quantity, Item.ItemPlant plant, List<String> reasons) {
        if (plant.minLot() != null && quantity.value().compareTo(plant.minLot().value()) < 0) {
            reasons.add(
                    "The quantity is below the smallest lot of "
                            + plant.minLot().value().toPlainString()
                            + ".");
        }
        if (plant.maxLot() != null && quantity.value().compareTo(plant.maxLot().value()) > 0) {
            reasons.add(
                    "The quantity is above the largest lot of "
                            + plant.maxLot().value().toPlainString()
                            + ".");
        }
        var multiple = plant.lotMultiple();
        if (multiple != null
                && multiple.isPositive()
                && quantity.value().remainder(multiple.value()).signum() != 0) {
            reasons.add(
                    "The quantity is no multiple of %s, in which the plant makes it."
                            .formatted(multiple.value().toPlainString()));
        }
    }

    /// Availability is not assignment: a batch-managed component needs to know from which lots it
    /// is taken.
    static Result batchAssigned(Question question) {
        var reasons = new ArrayList<String>();
        var lacking = new ArrayList<Component>();
        for (var component : question.order().components()) {
            var batchManaged =
                    question.items().of(component.itemId()).map(Item::batchManaged).orElse(false);
            var assigned =
                    component.lots().stream()
                            .map(LotShare::quantity)
                            .map(Quantity::value)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (batchManaged && assigned.compareTo(component.quantity().value()) < 0) {
                reasons.add(
                        "Position %d, %s: %s of %s %s have a lot."
                                .formatted(
                                        component.position(),
                                        component.itemId(),
                                        assigned.toPlainString(),
                                        component.quantity().value().toPlainString(),
                                        component.quantity().unit()));
                lacking.add(component);
            }
        }
        return Result.of(
                "Every batch-managed component has its lots.",
                reasons,
                Map.of("components", List.copyOf(lacking)));
    }
}
