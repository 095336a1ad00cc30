package dev.interlock.process.eco;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Stock.Balance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a change would meet, found without any effect: every finding, and for each item that
/// changes or moves what is there of it.
public record ImpactAnalysis(
        String changeNumber,
        long changeVersion,
        Outlook outlook,
        List<Finding> findings,
        List<ItemImpact> items,
        List<InFlightOrders.Decided> ordersInFlight) {
    private static final String IN_TRANSIT = "IN_TRANSIT";

    /// Whether a propagation would begin now.
    public enum Outlook {
        WOULD_PROPAGATE,
        WOULD_BE_REFUSED,
        UNANSWERED
    }

    /// Quantities are in the item's base unit. `whereUsed` names every item above it; orders are
    /// told apart by whether work on them has begun.
    public record ItemImpact(
            String itemId,
            String role,
            List<String> whereUsed,
            List<String> plants,
            List<String> suppliers,
            List<Stock> stock,
            List<Stock> inTransit,
            List<OpenOrder> productionOrdersNotStarted,
            List<OpenOrder> productionOrdersStarted,
            List<PurchaseOrder> purchaseOrders) {}

    public record Stock(String plant, String stockType, Quantity quantity) {}

    static ImpactAnalysis of(
            Proposal proposal, List<Finding> findings, List<InFlightOrders.Decided> inFlight) {
        var change = proposal.change();
        return new ImpactAnalysis(
                change.changeNumber(),
                change.version(),
                outlook(findings),
                findings,
                change.touchedItems().stream().map(item -> impact(proposal, item)).toList(),
                inFlight);
    }

    private static Outlook outlook(List<Finding> findings) {
        if (Checks.any(findings, Outcome.BLOCK)) {
            return Outlook.WOULD_BE_REFUSED;
        }
        return Checks.any(findings, Outcome.UNANSWERED)
                ? Outlook.UNANSWERED
                : Outlook.WOULD_PROPAGATE;
    }

    private static ItemImpact impact(Proposal proposal, String itemId) {
        var stock = stock(proposal.balances().of(itemId));
        var orders = proposal.productionOrders().of(itemId);
        var purchases =
                proposal.purchaseOrders().of(itemId).stream()
                        .filter(PurchaseOrder::isOpen)
                        .toList();
        return new ItemImpact(
                itemId,
                role(proposal, itemId),
                proposal.ancestors().of(itemId),
                Stream.of(
                                stock.stream().map(Stock::plant),
                                orders.stream().map(OpenOrder::plant),
                                purchases.stream().map(PurchaseOrder::plant))
                        .flatMap(plants -> plants)
                        .distinct()
                        .sorted()
                        .toList(),
                proposal.suppliers().of(itemId).stream().map(ItemSupplier::supplierId).toList(),
                stock.stream().filter(each -> !each.stockType().equals(IN_TRANSIT)).toList(),
                stock.stream().filter(each -> each.stockType().equals(IN_TRANSIT)).toList(),
                orders.stream().filter(order -> !order.isStarted()).toList(),
                orders.stream().filter(OpenOrder::isStarted).toList(),
                purchases);
    }

    private static String role(Proposal proposal, String itemId) {
        return proposal.releases(itemId)
                ? "REVISED"
                : proposal.change().items().stream()
                        .flatMap(item -> proposal.change().bomChangesOf(item.itemId()).stream())
                        .filter(change -> change.componentId().equals(itemId))
                        .map(change -> change.action().name())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    /// Added up over locations and lots.
    private static List<Stock> stock(List<Balance> balances) {
        Map<List<String>, Quantity> sums = new TreeMap<>(ImpactAnalysis::compare);
        for (var balance : balances) {
            if (balance.quantity().isPositive()) {
                sums.merge(
                        List.of(balance.plant(), balance.stockType()),
                        balance.quantity(),
                        (a, b) -> new Quantity(a.value().add(b.value()), a.unit()));
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Stock(sum.getKey().get(0), sum.getKey().get(1), sum.getValue()))
                .toList();
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join(" ", one).compareTo(String.join(" ", other));
    }
}
