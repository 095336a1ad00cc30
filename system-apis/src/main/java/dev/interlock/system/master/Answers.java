package dev.interlock.system.master;

import dev.interlock.platform.problem.GatewayException.NotFound;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers to a GET of one thing.
public final class Answers {
    private Answers() {}

    /// With its ETag, or 404.
    public static <R extends Versioned> RestResponse<R> of(
            Optional<R> found, String what, String id) {
        return found.map(Answers::of).orElseThrow(() -> new NotFound(what, id));
    }

    private static <R extends Versioned> RestResponse<R> of(R found) {
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, "\"" + found.version() + "\"")
                .build();
    }
}
