package dev.interlock.platform.hardening;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The largest body a tier reads: `interlock.http.max-body`, 1 MiB unless a tier says less.
@ApplicationScoped
public class BodyLimit {
    private final int bytes;

    BodyLimit(
            @ConfigProperty(name = "interlock.http.max-body", defaultValue = "1M") MemorySize max) {
        this.bytes = max.asBigInteger().intValueExact();
    }

    public byte[] read(InputStream body) throws IOException {
        var read = body.readNBytes(bytes + 1);
        if (read.length > bytes) {
            throw tooLarge();
        }
        return read;
    }

    boolean isExceededBy(long length) {
        return length > bytes;
    }

    Rejected tooLarge() {
        return new Rejected(
                ProblemType.CONTENT_TOO_LARGE, "A body may have at most " + bytes + " bytes.");
    }
}
