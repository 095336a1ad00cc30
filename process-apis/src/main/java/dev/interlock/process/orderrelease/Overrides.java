package dev.interlock.process.orderrelease;

import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.policy.KnownChecks;
import dev.interlock.process.run.Registration.Asked;
import dev.interlock.process.run.Run;
import dev.interlock.process.run.Runs;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import org.jdbi.v3.core.Handle;

/// Who may override a finding, and which: only where policy lets a person decide.
@ApplicationScoped
class Overrides {
    private static final StringPermission MAY_OVERRIDE =
            new StringPermission("release", "override");

    private final SecurityIdentity identity;
    private final ReleasePolicies policies;
    private final KnownChecks checks;

    Overrides(SecurityIdentity identity, ReleasePolicies policies, KnownChecks checks) {
        this.identity = identity;
        this.policies = policies;
        this.checks = checks;
    }

    void requireScope(ReleaseRequest wanted) {
        if (!wanted.exemptions().isEmpty() && !identity.checkPermissionBlocking(MAY_OVERRIDE)) {
            throw new Rejected(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "An override needs the scope release:override.");
        }
    }

    /// Every override that cannot count is named at once.
    void requireAllowed(ReleaseRequest wanted, ProductionOrder order) {
        var exemptions = wanted.exemptions();
        if (exemptions.isEmpty()) {
            return;
        }
        var rules = policies.rules(order.plant(), order.orderType());
        var seen = new HashSet<String>();
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < exemptions.size(); i++) {
            var code = exemptions.get(i).check();
            var at = "/overrides/%d/check".formatted(i);
            if (!checks.codes().contains(code)) {
                violations.add(
                        new Violation(at, "unknown", "There is no check %s.".formatted(code)));
            } else if (rules.apply(code).onFail() != Outcome.ASK) {
                violations.add(
                        new Violation(
                                at,
                                "not-allowed",
                                "Nobody may override %s: policy %s."
                                        .formatted(code, rules.apply(code).row())));
            } else if (!seen.add(code)) {
                violations.add(
                        new Violation(at, "duplicate", "%s is overridden twice.".formatted(code)));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refused(
                    ProblemType.UNPROCESSABLE,
                    "%d %s cannot count: %s"
                            .formatted(
                                    violations.size(),
                                    violations.size() == 1 ? "override" : "overrides",
                                    violations.getFirst().detail()),
                    violations);
        }
    }

    /// Kept for good, with who decided and why, before a check has said whether it was needed.
    static void keep(Handle handle, Run run, Asked asked, ReleaseRequest wanted) {
        wanted.exemptions()
                .forEach(exemption ->
                        Runs.overridden(handle, run, asked, exemption.check(), exemption.reason()));
    }
}
