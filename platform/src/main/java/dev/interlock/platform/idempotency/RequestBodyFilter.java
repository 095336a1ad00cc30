package dev.interlock.platform.idempotency;

import dev.interlock.platform.hardening.BodyLimit;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/// Reads the body once, up to its limit, and keeps it for the fingerprint. A file is not read here:
/// it is digested while somebody reads it.
@Provider
@Priority(Priorities.USER)
class RequestBodyFilter implements ContainerRequestFilter {
    private static final Logger LOG = Logger.getLogger(RequestBodyFilter.class);
    private static final byte[] NOTHING = {};

    private final RequestFacts facts;
    private final BodyLimit limit;

    RequestBodyFilter(RequestFacts facts, BodyLimit limit) {
        this.facts = facts;
        this.limit = limit;
    }

    /// To look for a body that is not there would make this thread wait for the one that could read
    /// it.
    private static boolean hasBody(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeaderString("Transfer-Encoding") != null;
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
        var body = hasBody(request) ? read(request) : NOTHING;
        request.setEntityStream(new ByteArrayInputStream(body));
        facts.set(request.getMethod(), uri.getRawPath(), body, keys);
    }

    /// Who leaves in the middle of a body has done nothing that we could mend.
    private byte[] read(ContainerRequestContext request) {
        try {
            return limit.read(request.getEntityStream());
        } catch (IOException gone) {
            LOG.debug("The client left before its body was complete", gone);
            throw new InvalidRequest("", "complete", "The body ends before it is complete.");
        }
    }
}
