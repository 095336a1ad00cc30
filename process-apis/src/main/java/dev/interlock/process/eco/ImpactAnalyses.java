package dev.interlock.process.eco;

import dev.interlock.process.policy.InFlightPolicies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Asks everything a propagation would ask, and nothing of what it would do.
@ApplicationScoped
class ImpactAnalyses {
    private final ChangeChecks checks;
    private final InFlightPolicies inFlight;

    ImpactAnalyses(ChangeChecks checks, InFlightPolicies inFlight) {
        this.checks = checks;
        this.inFlight = inFlight;
    }

    ImpactAnalysis of(EngineeringChange change) throws InterruptedException {
        var proposal = checks.proposal(change, Optional.empty()).askAhead();
        proposal.change()
                .touchedItems()
                .forEach(item -> {
                    proposal.ancestors().ask(item);
                    proposal.productionOrders().ask(item);
                });
        return ImpactAnalysis.of(
                proposal, checks.ask(proposal), InFlightOrders.of(proposal, inFlight));
    }
}
