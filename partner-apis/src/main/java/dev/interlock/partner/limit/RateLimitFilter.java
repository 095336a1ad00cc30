package dev.interlock.partner.limit;

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
    private static final String DRAWN = "interlock.rate-limit";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Buckets buckets;
    private final AtOnce atOnce;
    private final Caller caller;
    private final RoutingContext context;

    RateLimitFilter(Buckets buckets, AtOnce atOnce, Caller caller, RoutingContext context) {
        this.buckets = buckets;
        this.atOnce = atOnce;
        this.caller = caller;
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        caller.supplierId()
                .ifPresent(supplier -> {
                    // What entered leaves with the end of its answer, however that ends.
                    var leave =
                            atOnce.enter(supplier)
                                    .orElseThrow(() ->
                                            tooMany(
                                                    "Too many requests at the same moment.",
                                                    A_MOMENT));
                    context.addEndHandler(_ -> leave.run());
                    var drawn = buckets.draw(supplier);
                    request.setProperty(DRAWN, drawn);
                    if (!drawn.isTaken()) {
                        throw tooMany("No requests are left for now.", drawn.pause());
                    }
                });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(DRAWN) instanceof Buckets.Draw drawn) {
            response.getHeaders().putSingle("RateLimit-Policy", buckets.policy());
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            "\"supplier\";r=%d;t=%d".formatted(drawn.left(), drawn.seconds()));
        }
    }

    private static TryLater tooMany(String detail, Duration pause) {
        return new TryLater(ProblemType.TOO_MANY_REQUESTS, detail, pause, Effect.NONE);
    }
}
