package dev.interlock.system.vendor;

import dev.interlock.platform.problem.GatewayException;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.vendor.Reply.Declined;
import java.util.Collection;
import java.util.List;

/// A back end's no in our words.
public final class Refusals {
    private Refusals() {}

    /// `known` are the states that may be repeated to a caller, `allowed` those in which it would
    /// have said yes.
    public static GatewayException of(
            String system,
            Declined<?> declined,
            Thing thing,
            Collection<String> known,
            List<String> allowed) {
        return switch (declined.status()) {
            case 404 -> new NotFound(thing.what(), thing.id());
            case 409 -> new WrongState(thing.what(), thing.id(), state(declined, known), allowed);
            default -> refused(system, thing);
        };
    }

    public static Refused refused(String system, Thing thing) {
        return new Refused(
                ProblemType.TARGET_REFUSED,
                "%s refuses the %s %s.".formatted(system, thing.what(), thing.id()),
                List.of());
    }

    private static String state(Declined<?> declined, Collection<String> known) {
        var state = declined.body().path("state").asText("");
        return known.contains(state) ? state : "IN_ANOTHER_STATE";
    }

    /// What a caller asked for, as problem documents name it.
    public record Thing(String what, String id) {}
}
