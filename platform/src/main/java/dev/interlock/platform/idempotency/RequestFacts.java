package dev.interlock.platform.idempotency;

import dev.interlock.platform.hardening.UploadStream;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What idempotency needs to know of the request being served: set by the filter that has read the
/// body.
@RequestScoped
public class RequestFacts {
    private String method = "";
    private String path = "";
    private byte[] body = {};
    private @Nullable UploadStream upload;
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

    void set(String method, String path, UploadStream upload, List<String> keys) {
        set(method, path, new byte[0], keys);
        this.upload = upload;
    }

    /// The raw body as it was sent; empty when it is a file.
    public byte[] body() {
        return body.clone();
    }

    public Fingerprint fingerprint() {
        try {
            return Fingerprint.of(method, path, upload == null ? body : upload.sha256OfAll());
        } catch (IOException e) {
            throw new UncheckedIOException("the rest of an upload did not arrive", e);
        }
    }

    public IdempotencyKey requiredKey() {
        return IdempotencyKey.required(keys);
    }

    public Optional<IdempotencyKey> optionalKey() {
        return IdempotencyKey.optional(keys);
    }
}
