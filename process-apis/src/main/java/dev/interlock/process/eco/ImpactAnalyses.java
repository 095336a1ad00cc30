package dev.interlock.process.eco;

import dev.interlock.process.policy.InFlightPolicies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Executors;

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
        var proposal = checks.proposal(change, Optional.empty());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            proposal.askAhead(threads);
            proposal.change()
                    .touchedItems()
                    .forEach(item -> {
                        proposal.ancestors().ask(threads, item);
                        proposal.productionOrders().ask(threads, item);
                    });
            return ImpactAnalysis.of(
                    proposal, checks.ask(proposal), InFlightOrders.of(proposal, inFlight));
        }
    }
}
