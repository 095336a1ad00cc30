package dev.interlock.partner.supplier;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.access.ServiceToken;
import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.outbound.Targets;
import dev.interlock.platform.outbound.TierTarget;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tiers below, asked for the supplier of the token and for nobody else.
@RequestScoped
class Below {
    private final Targets targets;
    private final ServiceToken token;
    private final Caller caller;

    Below(Targets targets, ServiceToken token, Caller caller) {
        this.targets = targets;
        this.token = token;
        this.caller = caller;
    }

    <T> Optional<T> system(String path, Class<T> type) {
        return read("system", "/system/v1" + path, type);
    }

    <T> Optional<T> process(String path, Class<T> type) {
        return read("process", "/process/v1" + path, type);
    }

    /// The supplier comes from the token only; a token without one sees nothing.
    private <T> Optional<T> read(String tier, String path, Class<T> type) {
        var supplier =
                caller.supplierId()
                        .orElseThrow(() ->
                                new Rejected(
                                        ProblemType.INSUFFICIENT_SCOPE,
                                        "The access token names no supplier."));
        var call =
                Call.get(path)
                        .with(Caller.SUPPLIER_HEADER, supplier)
                        .with(Caller.ACTOR_HEADER, caller.actor());
        return new TierTarget(targets.named(tier), token).read(call, type);
    }

    static String page(Limit limit, @Nullable String cursor) {
        return "?limit=" + limit.value() + (cursor == null ? "" : "&cursor=" + Call.encode(cursor));
    }
}
