package dev.interlock.platform.hardening;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The largest body a tier reads: `interlock.http.max-body`, 1 MiB unless a tier says less. Where a
/// tier takes files, at the paths of `interlock.http.upload-path`, it is
/// `interlock.http.max-upload`, 10 MiB.
@ApplicationScoped
public class BodyLimit {
    private final int bytes;
    private final int uploadBytes;
    private final Optional<Pattern> uploads;

    BodyLimit(
            @ConfigProperty(name = "interlock.http.max-body", defaultValue = "1M") MemorySize max,
            @ConfigProperty(name = "interlock.http.max-upload", defaultValue = "10M")
                    MemorySize maxUpload,
            @ConfigProperty(name = "interlock.http.upload-path") Optional<String> uploadPath) {
        this.bytes = max.asBigInteger().intValueExact();
        this.uploadBytes = maxUpload.asBigInteger().intValueExact();
        this.uploads = uploadPath.map(Pattern::compile);
    }

    public byte[] read(InputStream body) throws IOException {
        var read = body.readNBytes(bytes + 1);
        if (read.length > bytes) {
            throw tooLarge(bytes);
        }
        return read;
    }

    /// Whether the body is a file, which is not read into memory.
    public boolean isUpload(String method, String path) {
        return method.equals("POST")
                && uploads.filter(pattern -> pattern.matcher(path).matches()).isPresent();
    }

    /// The file, as far as it may go: one byte more stops the request.
    public UploadStream upload(InputStream body) {
        return new UploadStream(body, uploadBytes, tooLarge(uploadBytes));
    }

    /// Stops a request that says itself that it is too large.
    void check(String method, String path, long length) {
        var limit = isUpload(method, path) ? uploadBytes : bytes;
        if (length > limit) {
            throw tooLarge(limit);
        }
    }

    private static Rejected tooLarge(int limit) {
        return new Rejected(
                ProblemType.CONTENT_TOO_LARGE, "A body may have at most " + limit + " bytes.");
    }
}
