package dev.interlock.platform.idempotency;

import dev.interlock.platform.hardening.BodyLimit;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/// Reads the body once, up to its limit, and keeps it for the fingerprint. A file is not read here:
/// it is digested while somebody reads it.
@Provider
@Priority(Priorities.USER)
class RequestBodyFilter implements ContainerRequestFilter {
    private final RequestFacts facts;
    private final BodyLimit limit;

    RequestBodyFilter(RequestFacts facts, BodyLimit limit) {
        this.facts = facts;
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var uri = request.getUriInfo().getRequestUri();
        var keys = request.getHeaders().getOrDefault(IdempotencyKey.HEADER, List.<String>of());
        if (limit.isUpload(request.getMethod(), uri.getPath())) {
            var upload = limit.upload(request.getEntityStream());
            request.setEntityStream(upload);
            facts.set(
                    request.getMethod(), uri.getRawPath() + "?" + uri.getRawQuery(), upload, keys);
            return;
        }
        var body = limit.read(request.getEntityStream());
        request.setEntityStream(new ByteArrayInputStream(body));
        facts.set(request.getMethod(), uri.getRawPath(), body, keys);
    }
}
