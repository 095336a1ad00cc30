package dev.interlock.process.eco;

import dev.interlock.process.check.Fact;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.OrderFacts;
import dev.interlock.process.policy.InFlightPolicies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Asks everything a propagation would ask, and nothing of what it would do.
@ApplicationScoped
class ImpactAnalyses {
    private final ChangeChecks checks;
    private final InFlightPolicies inFlight;
    private final OrderFacts orders;

    ImpactAnalyses(ChangeChecks checks, InFlightPolicies inFlight, OrderFacts orders) {
        this.checks = checks;
        this.inFlight = inFlight;
        this.orders = orders;
    }

    ImpactAnalysis of(EngineeringChange change) throws InterruptedException {
        var proposal = checks.proposal(change, Optional.empty());
        var taking = new Fact<String, List<OpenOrder>>(orders::taking);
        proposal.change()
                .touchedItems()
                .forEach(item -> {
                    proposal.uses().ask(item);
                    proposal.productionOrders().ask(item);
                    taking.ask(item);
                });
        return ImpactAnalysis.of(
                proposal,
                checks.ask(proposal),
                InFlightOrders.of(proposal, inFlight::of),
                taking,
                new Fact<>(orders::onTheirWay));
    }
}
