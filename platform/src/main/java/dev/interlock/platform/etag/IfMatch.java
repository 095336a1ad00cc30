package dev.interlock.platform.etag;

import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The `If-Match` header: the versions that the caller has read.
public record IfMatch(Set<String> etags) {
    private static final String ANY = "*";

    public IfMatch {
        etags = Set.copyOf(etags);
    }

    /// JAX-RS reads the header with this.
    public static IfMatch fromString(String header) {
        return new IfMatch(
                Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toSet()));
    }

    public boolean matches(long version) {
        return etags.contains(ANY) || etags.contains("\"" + version + "\"");
    }

    /// 428 without the header, 412 when what was read has changed since.
    public static void require(@Nullable IfMatch ifMatch, String what, long version) {
        if (ifMatch == null) {
            throw new Rejected(
                    ProblemType.PRECONDITION_REQUIRED,
                    "The %s stands: send the ETag that you have read as If-Match.".formatted(what));
        }
        if (!ifMatch.matches(version)) {
            throw stale(what);
        }
    }

    /// Who names a version expects something to stand.
    public static void requireNothing(@Nullable IfMatch ifMatch, String what) {
        if (ifMatch != null && !ifMatch.etags.equals(Set.of("\"0\""))) {
            throw stale(what);
        }
    }

    private static Rejected stale(String what) {
        return new Rejected(
                ProblemType.STALE, "The %s is not as it was read: read it again.".formatted(what));
    }
}
