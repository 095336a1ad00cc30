package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.orderrelease.ReleaseRequest.Exemption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseDecisionTest {
    private static final ReleaseRequest AS_IT_IS = new ReleaseRequest("100001", null);

    @Test
    void aWarningHoldsNothingUp() {
        assertThat(
                        ReleaseDecision.of(
                                List.of(finding("a", Outcome.PASS), finding("b", Outcome.WARN)),
                                AS_IT_IS))
                .isEqualTo(ReleaseDecision.RELEASABLE);
    }

    @Test
    void neverReleasedOnAGuess() {
        assertThat(
                        ReleaseDecision.of(
                                List.of(
                                        finding("a", Outcome.UNANSWERED),
                                        finding("b", Outcome.ASK)),
                                AS_IT_IS))
                .isEqualTo(ReleaseDecision.UNANSWERED);
    }

    @Test
    void whatBlocksCannotBeOverridden() {
        var override = new ReleaseRequest("100001", List.of(new Exemption("a", "customer waits")));

        assertThat(ReleaseDecision.of(List.of(finding("a", Outcome.BLOCK)), override))
                .isEqualTo(ReleaseDecision.BLOCKED);
    }

    @Test
    void whatAsksNeedsAPersonForEachFinding() {
        var findings = List.of(finding("a", Outcome.ASK), finding("b", Outcome.ASK));
        var one = new ReleaseRequest("100001", List.of(new Exemption("a", "agreed")));
        var both =
                new ReleaseRequest(
                        "100001",
                        List.of(new Exemption("a", "agreed"), new Exemption("b", "agreed")));

        assertThat(ReleaseDecision.of(findings, one)).isEqualTo(ReleaseDecision.NEEDS_DECISION);
        assertThat(ReleaseDecision.of(findings, both)).isEqualTo(ReleaseDecision.RELEASABLE);
    }

    private static Finding finding(String check, Outcome outcome) {
        return new Finding(check, outcome, check, "", Map.of(), null, "ERP", 0);
    }
}
