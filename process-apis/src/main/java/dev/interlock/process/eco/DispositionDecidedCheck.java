package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stock, open production orders and open purchase orders of an item that changes, or of a
/// component that goes, each need a decision.
class DispositionDecidedCheck implements Check<Proposal> {
    @Override
    public String code() {
        return "disposition-decided";
    }

    @Override
    public String title() {
        return "What happens to what is there is decided";
    }

    @Override
    public String system() {
        return "PLM";
    }

    @Override
    public Result ask(Proposal proposal) {
        var open = new LinkedHashMap<String, Object>();
        var reasons = new LinkedHashSet<String>();
        for (var item : proposal.change().items()) {
            judge(proposal, item.itemId(), item.disposition(), open, reasons);
            proposal.change().bomChangesOf(item.itemId()).stream()
                    .filter(change -> change.action() == Action.REMOVE)
                    .forEach(change ->
                            judge(
                                    proposal,
                                    change.componentId(),
                                    change.disposition(),
                                    open,
                                    reasons));
        }
        return Result.of(
                "What happens to stock and open orders is decided.",
                List.copyOf(reasons),
                Map.of("undecided", Map.copyOf(open)));
    }

    private static void judge(
            Proposal proposal,
            String itemId,
            @Nullable Map<String, String> disposition,
            Map<String, Object> open,
            Set<String> reasons) {
        var missing =
                present(proposal, itemId).stream()
                        .filter(kind -> !isDecided(disposition, kind))
                        .toList();
        if (!missing.isEmpty()) {
            open.put(itemId, missing);
            reasons.add(
                    "%s: nobody decided on its %s.".formatted(itemId, String.join(", ", missing)));
        }
    }

    private static boolean isDecided(@Nullable Map<String, String> disposition, String kind) {
        return disposition != null && disposition.get(kind) != null;
    }

    /// What there is of an item, by the names a disposition has for it.
    private static List<String> present(Proposal proposal, String itemId) {
        var present = new ArrayList<String>();
        if (proposal.balances().of(itemId).stream().anyMatch(b -> b.quantity().isPositive())) {
            var finished = Optional.of("FINISHED_GOOD");
            present.add(
                    proposal.items().of(itemId).map(Item::type).equals(finished)
                            ? "finishedGoods"
                            : "stock");
        }
        if (!proposal.productionOrders().of(itemId).isEmpty()) {
            present.add("workInProcess");
        }
        if (proposal.purchaseOrders().of(itemId).stream().anyMatch(PurchaseOrder::isOpen)) {
            present.add("openPurchaseOrders");
        }
        return present;
    }
}
