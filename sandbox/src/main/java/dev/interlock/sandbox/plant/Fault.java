package dev.interlock.sandbox.plant;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// How a system misbehaves, for which share of the calls, and how much later it answers.
record Fault(Mode mode, int percent, long delayMs) {
    static final Fault NONE = new Fault(Mode.NONE, 100, 0);

    private static final Set<String> MEMBERS = Set.of("mode", "percent", "delayMs");
    private static final long LONGEST_DELAY = 600_000;

    enum Mode {
        NONE,
        DOWN,
        SLOW,
        ERROR_500,
        ERROR_503,
        PERFORM_THEN_RESET,
        PERFORM_THEN_STALL,
        GARBAGE,
        REFUSE_422
    }

    static Fault of(JsonObject json) {
        for (String member : json.fieldNames()) {
            if (!MEMBERS.contains(member)) {
                throw new BadControl(
                        "%s is not known: a fault has mode, percent and delayMs."
                                .formatted(member));
            }
        }
        Fault fault =
                new Fault(
                        mode(json.getValue("mode")),
                        (int) number(json, "percent", 100, 0, 100),
                        number(json, "delayMs", 0, 0, LONGEST_DELAY));
        if (fault.mode == Mode.SLOW && fault.delayMs == 0) {
            throw new BadControl("SLOW needs delayMs.");
        }
        return fault;
    }

    private static Mode mode(Object name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BadControl(
                                "mode %s is not known: use one of %s."
                                        .formatted(
                                                name,
                                                Arrays.stream(Mode.values())
                                                        .map(Mode::name)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static long number(
            JsonObject json, String member, long usual, long lowest, long highest) {
        Object value = json.getValue(member, usual);
        if (!(value instanceof Integer || value instanceof Long)) {
            throw new BadControl("%s must be a whole number.".formatted(member));
        }
        long number = ((Number) value).longValue();
        if (number < lowest || number > highest) {
            throw new BadControl(
                    "%s must be between %d and %d.".formatted(member, lowest, highest));
        }
        return number;
    }

    JsonObject toJson() {
        return JsonObject.of("mode", mode.name(), "percent", percent, "delayMs", delayMs);
    }
}
