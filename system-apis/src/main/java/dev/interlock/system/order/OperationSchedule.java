package dev.interlock.system.order;

import dev.interlock.system.structure.OrderStructure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Lays an order's operations one after the other from its first day on, each as long as its work
/// center needs for it, none beyond the order's last day.
public final class OperationSchedule {
    private OperationSchedule() {}

    public record Slot(OrderStructure.Step step, LocalDate start, LocalDate end) {}

    public static List<Slot> forward(
            List<OrderStructure.Step> steps, BigDecimal quantity, LocalDate first, LocalDate last) {
        var slots = new ArrayList<Slot>();
        var days = 0.0;
        for (var step : steps) {
            var begin = days;
            days += share(step, quantity);
            slots.add(
                    new Slot(step, day(first, begin, last), day(first, Math.ceil(days) - 1, last)));
        }
        return List.copyOf(slots);
    }

    /// Days that the operation keeps its work center busy.
    private static double share(OrderStructure.Step step, BigDecimal quantity) {
        var capacity = seconds(step.dailyCapacity());
        var needed =
                seconds(step.operation().setupTime())
                        + seconds(step.operation().runTimePerUnit()) * quantity.doubleValue();
        return capacity == 0 ? 1 : needed / capacity;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static LocalDate day(LocalDate first, double days, LocalDate last) {
        var until = last.toEpochDay() - first.toEpochDay();
        return first.plusDays(Math.clamp((long) Math.floor(days), 0, until));
    }
}
