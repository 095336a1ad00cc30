package dev.interlock.system.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The ETag of something that has no version of ours: a hash of the whole.
public final class ContentTag {
    private static final int LENGTH = 32;

    private ContentTag() {}

    /// Quoted, as it goes over the wire.
    public static String of(Object content) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(StrictJson.mapper().writeValueAsBytes(content));
            return "\"" + HexFormat.of().formatHex(digest).substring(0, LENGTH) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a resource that cannot be written as JSON", e);
        }
    }

    /// Whoever overwrites something has to say what they have read: 428 without, 412 when it has
    /// changed since.
    public static void require(@Nullable String ifMatch, Object standing) {
        if (ifMatch == null) {
            throw new Rejected(
                    ProblemType.PRECONDITION_REQUIRED,
                    "It stands with other content: send the ETag that you have read as If-Match.");
        }
        var current = of(standing);
        if (Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .noneMatch(tag -> tag.equals("*") || tag.equals(current))) {
            throw new Rejected(ProblemType.STALE, "It is not as it was read: read it again.");
        }
    }

    /// Whoever names an ETag expects something to stand.
    public static void requireNothing(@Nullable String ifMatch) {
        if (ifMatch != null) {
            throw new Rejected(ProblemType.STALE, "Nothing stands that If-Match could name.");
        }
    }
}
