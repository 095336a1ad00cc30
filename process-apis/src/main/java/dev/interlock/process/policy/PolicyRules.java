package dev.interlock.process.policy;

import dev.interlock.platform.problem.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// What a row must keep to besides its shape.
final class PolicyRules {
    private static final String ANY = "*";

    private PolicyRules() {}

    static Optional<Violation> violation(PolicyRow row, String at, Set<String> checks) {
        return switch (row) {
            case PolicyRow.Release(_, _, var check, _, _)
                    when !check.equals(ANY) && !checks.contains(check) ->
                    Optional.of(
                            new Violation(
                                    at + "/check",
                                    "unknown",
                                    "There is no check %s.".formatted(check)));
            case PolicyRow.TargetProfile profile ->
                    Stream.of(profile.idPattern(), profile.revisionPattern())
                            .filter(pattern -> pattern != null && !isPattern(pattern))
                            .map(pattern ->
                                    new Violation(
                                            at,
                                            "pattern",
                                            "%s is not a regular expression.".formatted(pattern)))
                            .findFirst();
            default -> Optional.empty();
        };
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
