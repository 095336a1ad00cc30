package dev.interlock.process.policy;

import dev.interlock.platform.problem.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a row must keep to besides its shape.
final class PolicyRules {
    private static final String ANY = "*";
    private static final List<String> FUNCTIONS =
            List.of("PRODUCTION_ORDER_HEADER", "PRODUCTION_ORDER_COMPONENT");

    private PolicyRules() {}

    static List<Violation> violations(PolicyRow row, String at, Set<String> checks) {
        return switch (row) {
            case PolicyRow.Release(_, _, var check, _, _)
                    when !check.equals(ANY) && !checks.contains(check) ->
                    List.of(unknown(at + "/check", "There is no check %s.".formatted(check)));
            case PolicyRow.Usage(_, var function, _)
                    when !function.equals(ANY) && !FUNCTIONS.contains(function) ->
                    List.of(
                            unknown(
                                    at + "/function",
                                    "Releases ask about no function %s, but about %s."
                                            .formatted(function, String.join(" and ", FUNCTIONS))));
            case PolicyRow.TargetProfile profile ->
                    Stream.of(
                                    target(at + "/target", profile.target()),
                                    pattern(at + "/idPattern", profile.idPattern()),
                                    pattern(at + "/revisionPattern", profile.revisionPattern()))
                            .flatMap(Optional::stream)
                            .toList();
            default -> List.of();
        };
    }

    private static Optional<Violation> target(String at, String target) {
        return TargetProfiles.ASKED.contains(target)
                ? Optional.empty()
                : Optional.of(
                        unknown(
                                at,
                                "No change is fitted to %s, but to %s."
                                        .formatted(
                                                target, String.join(", ", TargetProfiles.ASKED))));
    }

    private static Violation unknown(String at, String detail) {
        return new Violation(at, "unknown", detail);
    }

    private static Optional<Violation> pattern(String at, @Nullable String text) {
        return text == null || isPattern(text)
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                at, "pattern", "%s is not a regular expression.".formatted(text)));
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }
}
