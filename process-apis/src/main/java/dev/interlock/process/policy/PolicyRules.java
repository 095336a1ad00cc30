package dev.interlock.process.policy;

import dev.interlock.platform.problem.Violation;
import dev.interlock.process.policy.PolicyRow.Mode;
import dev.interlock.process.policy.PolicyRow.OnFail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    static List<Violation> violations(PolicyRow row, String at, KnownChecks checks) {
        return switch (row) {
            case PolicyRow.Release(_, _, var check, _, _)
                    when !check.equals(ANY) && !checks.codes().contains(check) ->
                    List.of(unknown(at + "/check", "There is no check %s.".formatted(check)));
            case PolicyRow.Release release when checks.firm().contains(release.check()) ->
                    softened(release, at);
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

    private static List<Violation> softened(PolicyRow.Release row, String at) {
        var violations = new ArrayList<Violation>();
        if (row.mode() == Mode.SKIP) {
            violations.add(notAllowed(at + "/mode", "skip", row.check()));
        }
        if (row.onFail() != OnFail.BLOCK) {
            violations.add(notAllowed(at + "/onFail", "soften", row.check()));
        }
        return violations;
    }

    private static Violation notAllowed(String at, String verb, String check) {
        return new Violation(
                at,
                "not-allowed",
                "No policy can %s %s: what fails it is refused by ERP or MES themselves."
                        .formatted(verb, check));
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
