package dev.interlock.system.vendor;

import dev.interlock.platform.problem.GatewayException;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.WrongState;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.system.vendor.Reply.Declined;
import java.util.List;
import java.util.function.Supplier;

/// A back end's no in our words.
public final class Refusals {
    private Refusals() {}

    /// `state` says what stands now, `allowed` in which states it would have been a yes.
    public static GatewayException of(
            String system,
            Declined<?> declined,
            Thing thing,
            Supplier<String> state,
            List<String> allowed) {
        return switch (declined.status()) {
            case 404 -> new NotFound(thing.what(), thing.id());
            case 409 -> new WrongState(thing.what(), thing.id(), state.get(), allowed);
            default -> refused(system, thing);
        };
    }

    public static Refused refused(String system, Thing thing) {
        return new Refused(
                ProblemType.TARGET_REFUSED,
                "%s refuses the %s %s.".formatted(system, thing.what(), thing.id()),
                List.of());
    }

    /// What a caller asked for, as problem documents name it.
    public record Thing(String what, String id) {}
}
