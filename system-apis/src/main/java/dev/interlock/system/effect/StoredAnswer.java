package dev.interlock.system.effect;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.idempotency.IdempotencyKey;
import dev.interlock.platform.json.StrictJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// An answer as its bytes go out, the first time and every time it is asked for again.
record StoredAnswer(
        int status,
        byte @Nullable [] body,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String contentType) {

    /// The body is written once, here; what is stored and what is sent are the same bytes.
    static StoredAnswer of(Done done) {
        return new StoredAnswer(
                done.status(),
                done.body() == null ? null : written(done.body()),
                done.location(),
                done.etag(),
                done.body() == null ? null : MediaType.APPLICATION_JSON);
    }

    private static byte[] written(Object body) {
        try {
            return StrictJson.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written as JSON", e);
        }
    }

    Response first() {
        return response().build();
    }

    Response replayed() {
        return response().header(IdempotencyKey.REPLAYED, "true").build();
    }

    private Response.ResponseBuilder response() {
        var response = Response.status(status);
        if (body != null) {
            response.entity(body).header(HttpHeaders.CONTENT_TYPE, contentType);
        }
        // As text: JAX-RS would make a URI absolute, by the host name this caller happened to use.
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response;
    }
}
