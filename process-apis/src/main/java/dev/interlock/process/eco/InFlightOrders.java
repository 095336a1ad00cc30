package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.policy.PolicyRow.InFlight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What happens to each open order that makes an item that changes, or is built through it as a
/// phantom, by the policy of its plant: only orders that nobody has begun to release are pulled
/// forward or locked, all others finish on the old structure.
final class InFlightOrders {
    private InFlightOrders() {}

    /// An order that is pulled forward is copied anew at `toRevision`; that is its own one where
    /// only the phantom changes.
    record Decided(
            String orderNumber,
            String plant,
            String itemId,
            String revision,
            String lifecycle,
            InFlight decision,
            @Nullable String toRevision,
            @Nullable String phantomId) {}

    static List<Decided> of(Proposal proposal, Function<String, InFlight> policies) {
        Map<String, Decided> decided = new LinkedHashMap<>();
        for (var item : proposal.change().items()) {
            proposal.productionOrders().of(item.itemId()).stream()
                    .filter(order -> !order.revision().equals(item.toRevision()))
                    .filter(order -> isTouched(proposal, item, order))
                    .map(order -> decide(order, item.toRevision(), null, policies))
                    .forEach(order -> decided.put(order.orderNumber(), order));
        }
        for (var item : proposal.change().items()) {
            proposal.phantomOrders().of(item.itemId()).stream()
                    .filter(order -> isTouched(proposal, item, order))
                    .map(order -> decide(order, order.revision(), item.itemId(), policies))
                    .forEach(order -> decided.putIfAbsent(order.orderNumber(), order));
        }
        return List.copyOf(decided.values());
    }

    private static boolean isTouched(Proposal proposal, AffectedItem item, OpenOrder order) {
        var to = proposal.change().effectivity().toDay();
        return item.plants().contains(order.plant())
                && (proposal.change().effectivity().fromDay() == null
                        || !order.plannedStart().isBefore(proposal.start()))
                && (to == null || !order.plannedStart().isAfter(to));
    }

    private static Decided decide(
            OpenOrder order,
            String toRevision,
            @Nullable String phantomId,
            Function<String, InFlight> policies) {
        var decision = order.isCreated() ? policies.apply(order.plant()) : InFlight.FINISH_ON_OLD;
        return new Decided(
                order.orderNumber(),
                order.plant(),
                order.itemId(),
                order.revision(),
                order.lifecycle(),
                decision,
                decision == InFlight.PULL_FORWARD ? toRevision : null,
                phantomId);
    }
}
