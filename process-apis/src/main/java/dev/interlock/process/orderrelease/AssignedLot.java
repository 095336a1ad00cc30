package dev.interlock.process.orderrelease;

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
record AssignedLot(String itemId, String lot, List<Integer> positions, BigDecimal quantity) {
    private static final String UNRESTRICTED = "UNRESTRICTED";

    /// A lot of which less can be used than the order takes; `elsewhere` is what lies there in
    /// another stock type.
    record Lacking(
            String itemId,
            String lot,
            List<Integer> positions,
            BigDecimal needed,
            BigDecimal usable,
            Map<String, BigDecimal> elsewhere) {
        String reason() {
            var other =
                    elsewhere.entrySet().stream()
                            .map(each -> each.getValue().toPlainString() + " in " + each.getKey())
                            .collect(Collectors.joining(", "));
            return "%s %s, %s: lot %s has %s of %s usable%s."
                    .formatted(
                            positions.size() == 1 ? "Position" : "Positions",
                            positions.stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")),
                            itemId,
                            lot,
                            usable.toPlainString(),
                            needed.toPlainString(),
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
                                share.quantity().value());
                lots.merge(new Key(one.itemId(), one.lot()), one, AssignedLot::and);
            }
        }
        return List.copyOf(lots.values());
    }

    private AssignedLot and(AssignedLot other) {
        var both = new ArrayList<>(positions);
        both.addAll(other.positions);
        return new AssignedLot(itemId, lot, List.copyOf(both), quantity.add(other.quantity));
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
                                        balance -> balance.quantity().value(),
                                        BigDecimal::add,
                                        TreeMap::new));
        var free = byType.remove(UNRESTRICTED);
        var usable = free == null ? BigDecimal.ZERO : free;
        return usable.compareTo(quantity) < 0
                ? Optional.of(new Lacking(itemId, lot, positions, quantity, usable, byType))
                : Optional.empty();
    }
}
