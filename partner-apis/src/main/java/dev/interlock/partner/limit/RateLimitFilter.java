package dev.interlock.partner.limit;

import dev.interlock.partner.limit.Gate.Entry.Entered;
import dev.interlock.partner.limit.Gate.Entry.TooMany;
import dev.interlock.partner.limit.Gate.Entry.TooOften;
import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/// Lets a supplier make as many requests as it may, and tells it how many are left (`RateLimit`,
/// `RateLimit-Policy` of the IETF draft). Who has no valid token has got no further than this.
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String LEFT = "interlock.rate-limit";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Gate gate;
    private final Turnstile turnstile;
    private final Caller caller;
    private final RoutingContext context;

    RateLimitFilter(Gate gate, Turnstile turnstile, Caller caller, RoutingContext context) {
        this.gate = gate;
        this.turnstile = turnstile;
        this.caller = caller;
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        caller.supplierId()
                .ifPresent(supplier -> {
                    switch (gate.enter(supplier)) {
                        case Entered(var drawn, var leave) -> {
                            request.setProperty(LEFT, drawn.header());
                            // What entered leaves with the end of its answer, however that ends.
                            context.addEndHandler(_ -> leave.run());
                        }
                        case TooOften(var drawn) -> {
                            request.setProperty(LEFT, drawn.header());
                            turnstile.pass(supplier);
                            throw tooMany("No requests are left for now.", drawn.pause());
                        }
                        case TooMany(var detail, var left) -> {
                            request.setProperty(LEFT, left);
                            turnstile.pass(supplier);
                            throw tooMany(detail, A_MOMENT);
                        }
                    }
                });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LEFT) instanceof String left) {
            response.getHeaders().putSingle("RateLimit-Policy", gate.policy());
            response.getHeaders().putSingle("RateLimit", left);
        }
    }

    private static TryLater tooMany(String detail, Duration pause) {
        return new TryLater(ProblemType.TOO_MANY_REQUESTS, detail, pause, Effect.NONE);
    }
}
