package dev.interlock.system.effect;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.idempotency.RequestFacts;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// The effect that the request being served asks for.
@RequestScoped
class IncomingEffect {
    private final RequestFacts facts;
    private final Caller caller;
    private final RoutingContext context;

    IncomingEffect(RequestFacts facts, Caller caller, RoutingContext context) {
        this.facts = facts;
        this.caller = caller;
        this.context = context;
    }

    EffectRequest of(String operation) {
        return new EffectRequest(
                caller.clientId(), operation, key(), facts.fingerprint().value(), fence());
    }

    private @Nullable String key() {
        return facts.method().equals("POST")
                ? facts.requiredKey().value()
                : facts.optionalKey().map(IdempotencyKey::value).orElse(null);
    }

    private @Nullable Fence fence() {
        var headers = context.request().headers().getAll(Fence.HEADER);
        if (headers.isEmpty() || !caller.clientId().equals(Fence.ISSUER)) {
            return null;
        }
        if (headers.size() > 1) {
            throw new InvalidRequest(
                    "header:" + Fence.HEADER, "format", "Interlock-Fence stands more than once.");
        }
        return Fence.parse(headers.getFirst());
    }
}
