package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/// What all findings together come to.
public enum ReleaseDecision {
    RELEASABLE,
    BLOCKED,
    /// A person with the right scope may override what is left.
    NEEDS_DECISION,
    /// Never released on a guess.
    UNANSWERED;

    static ReleaseDecision of(List<Finding> findings, ReleaseRequest request) {
        if (Checks.any(findings, Outcome.BLOCK)) {
            return BLOCKED;
        }
        if (Checks.any(findings, Outcome.UNANSWERED)) {
            return UNANSWERED;
        }
        var exempt =
                request.exemptions().stream()
                        .map(ReleaseRequest.Exemption::check)
                        .collect(Collectors.toSet());
        var open =
                findings.stream()
                        .anyMatch(finding ->
                                finding.outcome() == Outcome.ASK
                                        && !exempt.contains(finding.check()));
        return open ? NEEDS_DECISION : RELEASABLE;
    }
}
