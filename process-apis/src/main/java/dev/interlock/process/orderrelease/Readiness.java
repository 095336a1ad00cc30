package dev.interlock.process.orderrelease;

import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.facts.OrderFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether an order may start, for whoever asks about many: the decision, and only what keeps the
/// order from its release.
@ApplicationScoped
public class Readiness {
    private static final Set<Outcome> HOLDING =
            Set.of(Outcome.BLOCK, Outcome.ASK, Outcome.UNANSWERED);

    private final OrderFacts orders;
    private final ReleaseChecks checks;

    Readiness(OrderFacts orders, ReleaseChecks checks) {
        this.orders = orders;
        this.checks = checks;
    }

    public record Answer(ReleaseDecision decision, List<Finding> failed) {}

    public Answer of(String orderNumber) throws InterruptedException {
        try {
            var dossier = orders.dossier(orderNumber);
            if (dossier.isEmpty()) {
                return new Answer(ReleaseDecision.BLOCKED, List.of(gone(orderNumber)));
            }
            var findings = checks.ask(dossier.get());
            return new Answer(
                    ReleaseDecision.of(findings, new ReleaseRequest(orderNumber, null)),
                    findings.stream().filter(f -> HOLDING.contains(f.outcome())).toList());
        } catch (TargetFailed unanswered) {
            return new Answer(
                    ReleaseDecision.UNANSWERED, List.of(ReleaseChecks.unread(unanswered)));
        }
    }

    private static Finding gone(String orderNumber) {
        return new Finding(
                "order-status",
                Outcome.BLOCK,
                "The order may be released",
                "ERP no longer knows the order " + orderNumber + ".",
                Map.of(),
                null,
                "ERP",
                0);
    }
}
