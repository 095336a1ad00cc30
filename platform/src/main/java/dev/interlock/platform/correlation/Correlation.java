package dev.interlock.platform.correlation;

import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What ties the traces of one business transaction together: the caller's correlation id and the
/// W3C trace context.
public record Correlation(String id, String traceId, String spanId) {
    public static final String HEADER = "X-Correlation-Id";
    public static final String TRACEPARENT = "traceparent";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PARENT =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /// Takes what the caller sent where it is well formed; anything else starts anew.
    static Correlation of(@Nullable String id, @Nullable String traceparent) {
        var parent = traceparent == null ? null : PARENT.matcher(traceparent);
        var trace = parent != null && parent.matches() ? parent.group(1) : randomHex(16);
        return new Correlation(
                id != null && ID.matcher(id).matches() ? id : UUID.randomUUID().toString(),
                trace,
                randomHex(8));
    }

    /// A correlation that continues another one's id, for work that outlives its request.
    public static Correlation continuing(String id) {
        return of(id, null);
    }

    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static String randomHex(int bytes) {
        var value = new byte[bytes];
        do {
            ThreadLocalRandom.current().nextBytes(value);
        } while (allZero(value));
        return HexFormat.of().formatHex(value);
    }

    private static boolean allZero(byte[] value) {
        for (var b : value) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
