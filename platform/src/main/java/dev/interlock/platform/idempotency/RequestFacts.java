package dev.interlock.platform.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/// What idempotency needs to know of the request being served: set by the filter that has read the
/// body.
@RequestScoped
public class RequestFacts {
    private String method = "";
    private String path = "";
    private byte[] body = {};
    private List<String> keys = List.of();

    void set(String method, String path, byte[] body, List<String> keys) {
        this.method = method;
        this.path = path;
        this.body = body.clone();
        this.keys = List.copyOf(keys);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /// The raw body as it was sent.
    public byte[] body() {
        return body.clone();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(method, path, body);
    }

    public IdempotencyKey requiredKey() {
        return IdempotencyKey.required(keys);
    }

    public Optional<IdempotencyKey> optionalKey() {
        return IdempotencyKey.optional(keys);
    }
}
