package dev.interlock.system.access;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/// The partner tier says for which supplier it asks, on every call: without, it is refused.
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class SupplierHeader implements ContainerRequestFilter {
    private final Caller caller;

    SupplierHeader(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.isPartnerTier() && caller.onBehalfOfSupplier().isEmpty()) {
            throw new Rejected(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "The partner tier must name the supplier it asks for.");
        }
    }
}
