package dev.interlock.process.orderrelease;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Stock.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A lot with all that an order takes from it, at however many positions.
record AssignedLot(String itemId, String lot, List<Integer> positions, Quantity quantity) {
    private static final String UNRESTRICTED = "UNRESTRICTED";

    /// A lot of which less can be used than the order takes; `elsewhere` is what lies there in
    /// another stock type.
    record Lacking(
            String itemId,
            String lot,
            List<Integer> positions,
            Quantity needed,
            Quantity usable,
            Map<String, Quantity> elsewhere) {
        String reason() {
            var other =
                    elsewhere.entrySet().stream()
                            .map(each ->
                                    each.getValue().value().toPlainString()
                                            + " in "
                                            + each.getKey())
                            .collect(Collectors.joining(", "));
            return "%s %s, %s: lot %s has %s of %s %s usable%s."
                    .formatted(
                            positions.size() == 1 ? "Position" : "Positions",
                            positions.stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")),
                            itemId,
                            lot,
                            usable.value().toPlainString(),
                            needed.value().toPlainString(),
                            needed.unit(),
                            other.isEmpty() ? "" : " (" + other + ")");
        }
    }

    private record Key(String itemId, String lot) {}

    static List<AssignedLot> of(ProductionOrder order) {
        var lots = new LinkedHashMap<Key, AssignedLot>();
        for (var component : order.components()) {
            for (var share : component.lots()) {
                var one =
                        new AssignedLot(
                                component.itemId(),
                                share.lot(),
                                List.of(component.position()),
                                share.quantity());
                lots.merge(new Key(one.itemId(), one.lot()), one, AssignedLot::and);
            }
        }
        return List.copyOf(lots.values());
    }

    private AssignedLot and(AssignedLot other) {
        var both = new ArrayList<>(positions);
        both.addAll(other.positions);
        return new AssignedLot(itemId, lot, List.copyOf(both), plus(quantity, other.quantity));
    }

    /// Lots are counted in the item's own unit.
    private static Quantity plus(Quantity one, Quantity other) {
        return new Quantity(one.value().add(other.value()), one.unit());
    }

    /// Empty where the balances of the item cover it.
    Optional<Lacking> lacking(List<Balance> balances) {
        var byType =
                balances.stream()
                        .filter(balance -> lot.equals(balance.lot()))
                        .filter(balance -> balance.quantity().isPositive())
                        .collect(
                                Collectors.toMap(
                                        Balance::stockType,
                                        Balance::quantity,
                                        AssignedLot::plus,
                                        TreeMap::new));
        var free = byType.remove(UNRESTRICTED);
        var usable = free == null ? new Quantity(BigDecimal.ZERO, quantity.unit()) : free;
        return usable.value().compareTo(quantity.value()) < 0
                ? Optional.of(new Lacking(itemId, lot, positions, quantity, usable, byType))
                : Optional.empty();
    }
}
