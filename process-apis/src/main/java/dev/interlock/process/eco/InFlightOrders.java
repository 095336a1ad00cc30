package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.policy.PolicyRow.InFlight;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What happens to each open order of an item that changes, by the policy of its plant: only orders
/// that nobody has begun to release are pulled forward or locked, all others finish on the old
/// revision.
final class InFlightOrders {
    private InFlightOrders() {}

    record Decided(
            String orderNumber,
            String plant,
            String itemId,
            String revision,
            String lifecycle,
            InFlight decision,
            @Nullable String toRevision) {}

    static List<Decided> of(Proposal proposal, Function<String, InFlight> policies) {
        return proposal.change().items().stream()
                .flatMap(item ->
                        proposal.productionOrders().of(item.itemId()).stream()
                                .filter(order -> isTouched(proposal, item, order))
                                .map(order -> decide(item, order, policies)))
                .toList();
    }

    private static boolean isTouched(Proposal proposal, AffectedItem item, OpenOrder order) {
        var to = proposal.change().effectivity().toDay();
        return item.plants().contains(order.plant())
                && !order.revision().equals(item.toRevision())
                && (proposal.change().effectivity().fromDay() == null
                        || !order.plannedStart().isBefore(proposal.start()))
                && (to == null || !order.plannedStart().isAfter(to));
    }

    private static Decided decide(
            AffectedItem item, OpenOrder order, Function<String, InFlight> policies) {
        var decision = order.isCreated() ? policies.apply(order.plant()) : InFlight.FINISH_ON_OLD;
        return new Decided(
                order.orderNumber(),
                order.plant(),
                order.itemId(),
                order.revision(),
                order.lifecycle(),
                decision,
                decision == InFlight.PULL_FORWARD ? item.toRevision() : null);
    }
}
