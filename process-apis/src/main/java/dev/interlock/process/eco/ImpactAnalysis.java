package dev.interlock.process.eco;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Checks;
import dev.interlock.process.check.Fact;
import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.facts.ItemFacts.Use;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.facts.Purchasing.PurchaseOrder;
import dev.interlock.process.facts.Purchasing.Shipment;
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

    /// What the checks say now; whether another change of an item goes before, `no-conflict` says.
    public enum Outlook {
        WOULD_PROPAGATE,
        WOULD_BE_REFUSED,
        UNANSWERED
    }

    /// Quantities are in the item's base unit, but for what a supplier ships in another. `plants`
    /// are those of the change, of its parents and of all that is listed here. `whereUsed` names
    /// every item above it; orders are told apart by whether work on them has begun. Component
    /// orders take the item as a component, or are built through it as a phantom.
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
            List<OpenOrder> componentOrdersNotStarted,
            List<OpenOrder> componentOrdersStarted,
            List<PurchaseOrder> purchaseOrders) {}

    public record Stock(String plant, String stockType, Quantity quantity) {
        static Stock of(Balance balance) {
            return new Stock(balance.plant(), balance.stockType(), balance.quantity());
        }
    }

    /// `taking` are the orders that take an item as a component, `shipments` those of a supplier
    /// that are on their way.
    static ImpactAnalysis of(
            Proposal proposal,
            List<Finding> findings,
            List<InFlightOrders.Decided> inFlight,
            Fact<String, List<OpenOrder>> taking,
            Fact<String, List<Shipment>> shipments) {
        var change = proposal.change();
        return new ImpactAnalysis(
                change.changeNumber(),
                change.version(),
                outlook(findings),
                findings,
                change.touchedItems().stream()
                        .map(item -> impact(proposal, item, taking, shipments))
                        .toList(),
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

    private static ItemImpact impact(
            Proposal proposal,
            String itemId,
            Fact<String, List<OpenOrder>> taking,
            Fact<String, List<Shipment>> shipments) {
        var orders = proposal.productionOrders().of(itemId);
        var componentOrders =
                Stream.concat(
                                taking.of(itemId).stream(),
                                proposal.phantomOrders().of(itemId).stream())
                        .distinct()
                        .toList();
        var purchases =
                proposal.purchaseOrders().of(itemId).stream()
                        .filter(PurchaseOrder::isOpen)
                        .toList();
        var stock =
                sums(
                        Stream.concat(
                                proposal.balances().of(itemId).stream().map(Stock::of),
                                onTheirWay(itemId, purchases, shipments)));
        return new ItemImpact(
                itemId,
                role(proposal, itemId),
                proposal.ancestors(itemId),
                Stream.of(
                                plantsOfTheChange(proposal, itemId),
                                proposal.uses().of(itemId).stream().map(Use::plant),
                                stock.stream().map(Stock::plant),
                                orders.stream().map(OpenOrder::plant),
                                componentOrders.stream().map(OpenOrder::plant),
                                purchases.stream().map(PurchaseOrder::plant))
                        .flatMap(plants -> plants)
                        .distinct()
                        .sorted()
                        .toList(),
                List.copyOf(AffectedSuppliers.of(proposal, itemId)),
                stock.stream().filter(each -> !each.stockType().equals(IN_TRANSIT)).toList(),
                stock.stream().filter(each -> each.stockType().equals(IN_TRANSIT)).toList(),
                orders.stream().filter(order -> !order.isStarted()).toList(),
                orders.stream().filter(OpenOrder::isStarted).toList(),
                componentOrders.stream().filter(order -> !order.isStarted()).toList(),
                componentOrders.stream().filter(OpenOrder::isStarted).toList(),
                purchases);
    }

    /// Where the change gives the item a revision, or moves it in one that gets another.
    private static Stream<String> plantsOfTheChange(Proposal proposal, String itemId) {
        return proposal.change().items().stream()
                .filter(item ->
                        item.itemId().equals(itemId)
                                || proposal.change().bomChangesOf(item.itemId()).stream()
                                        .anyMatch(moved -> moved.componentId().equals(itemId)))
                .flatMap(item -> item.plants().stream());
    }

    /// ERP has no balance of what comes from a supplier before it is received.
    private static Stream<Stock> onTheirWay(
            String itemId, List<PurchaseOrder> purchases, Fact<String, List<Shipment>> shipments) {
        return purchases.stream()
                .filter(order -> order.isShippedInPart(itemId))
                .map(PurchaseOrder::supplierId)
                .distinct()
                .flatMap(supplier -> shipments.of(supplier).stream())
                .flatMap(shipment ->
                        shipment.lines().stream()
                                .filter(line -> line.itemId().equals(itemId))
                                .map(line ->
                                        new Stock(shipment.plant(), IN_TRANSIT, line.quantity())));
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

    /// Added up over locations, lots and shipments.
    private static List<Stock> sums(Stream<Stock> stock) {
        Map<List<String>, Quantity> sums = new TreeMap<>(ImpactAnalysis::compare);
        stock.filter(each -> each.quantity().isPositive())
                .forEach(each ->
                        sums.merge(
                                List.of(each.plant(), each.stockType(), each.quantity().unit()),
                                each.quantity(),
                                (a, b) -> new Quantity(a.value().add(b.value()), a.unit())));
        return sums.entrySet().stream()
                .map(sum -> new Stock(sum.getKey().get(0), sum.getKey().get(1), sum.getValue()))
                .toList();
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join(" ", one).compareTo(String.join(" ", other));
    }
}
