package dev.interlock.system.reservation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What an order still needs, in base units, and the lots it wants to take it from.
public record OrderDemand(String orderNumber, String plant, List<Line> lines) {
    public OrderDemand {
        lines = List.copyOf(lines);
    }

    public record Line(
            int position,
            String itemId,
            BigDecimal quantity,
            LocalDate requiredOn,
            Set<String> lots) {
        public Line {
            lots = Set.copyOf(lots);
        }

        public Line of(BigDecimal less) {
            return new Line(position, itemId, less, requiredOn, lots);
        }
    }
}
