package dev.interlock.platform.problem;

import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/// Refuses a query that names what its operation does not know or cannot read, all of it at once: a
/// filter that is misspelled must not be none.
@Provider
@Priority(Priorities.USER)
class QueryParameterFilter implements ContainerRequestFilter {
    private final ResourceInfo resource;

    QueryParameterFilter(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty()) {
            return;
        }
        var found = QueryParameters.wrong(resource.getResourceMethod(), query);
        if (!found.isEmpty()) {
            throw new InvalidRequest(found);
        }
    }
}
