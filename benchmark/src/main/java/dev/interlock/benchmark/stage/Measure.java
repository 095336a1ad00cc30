package dev.interlock.benchmark.stage;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/// One ratio or count of a result, and what it has to reach; NaN asks nothing of it.
public record Measure(String name, double value, Direction direction, double reach) {
    public enum Direction {
        AT_MOST,
        AT_LEAST,
        SHOWN
    }

    public static Measure atMost(String name, double value, double reach) {
        return new Measure(name, value, Direction.AT_MOST, reach);
    }

    public static Measure atLeast(String name, double value, double reach) {
        return new Measure(name, value, Direction.AT_LEAST, reach);
    }

    /// Only told, beside what is judged.
    public static Measure shown(String name, double value) {
        return new Measure(name, value, Direction.SHOWN, 0);
    }

    public boolean reached() {
        return switch (direction) {
            case AT_MOST -> value <= reach;
            case AT_LEAST -> value >= reach;
            case SHOWN -> true;
        };
    }

    String text() {
        String judged =
                switch (direction) {
                    case AT_MOST -> "at most " + number(reach) + verdict();
                    case AT_LEAST -> "at least " + number(reach) + verdict();
                    case SHOWN -> "";
                };
        return String.format(Locale.ROOT, "%-64s %10s   %s", name, number(value), judged)
                .stripTrailing();
    }

    private String verdict() {
        return reached() ? "   reached" : "   MISSED";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    JsonObject toJson() {
        JsonObject json =
                JsonObject.of("name", name, "value", Double.isFinite(value) ? value : null);
        return direction == Direction.SHOWN
                ? json
                : json.put("direction", direction.name())
                        .put("reach", reach)
                        .put("reached", reached());
    }
}
