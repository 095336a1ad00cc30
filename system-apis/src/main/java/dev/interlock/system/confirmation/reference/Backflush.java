package dev.interlock.system.confirmation.reference;

import dev.interlock.system.order.ProductionOrder;
import dev.interlock.system.order.ProductionOrder.Component;
import dev.interlock.system.order.ProductionOrder.Operation;
import dev.interlock.system.unit.Fraction;
import dev.interlock.system.unit.Measures;
import java.math.BigDecimal;
import java.util.List;

/// What the pieces of a confirmation have used up of the components that nobody issues by hand.
///
/// Counted from the first piece on, not confirmation by confirmation: so nothing is lost to
/// rounding, and a component that is only counted whole is taken whole.
final class Backflush {
    private Backflush() {}

    record Due(Component component, BigDecimal quantity) {}

    static List<Due> of(
            ProductionOrder order, Operation operation, BigDecimal pieces, Measures measures) {
        var before = operation.yield().value().add(operation.scrap().value());
        return order.components().stream()
                .filter(Component::backflush)
                .filter(component ->
                        order.operationOf(component).filter(operation::equals).isPresent())
                .map(component ->
                        new Due(
                                component,
                                used(order, component, before.add(pieces), measures)
                                        .subtract(used(order, component, before, measures))))
                .filter(due -> due.quantity().signum() > 0)
                .toList();
    }

    private static BigDecimal used(
            ProductionOrder order, Component component, BigDecimal pieces, Measures measures) {
        return Fraction.of(component.quantity().value())
                .times(Fraction.of(pieces))
                .over(Fraction.of(order.quantity().value()))
                .roundedUp(measures.isWhole(component.quantity().unit()) ? 0 : Measures.DIGITS);
    }
}
