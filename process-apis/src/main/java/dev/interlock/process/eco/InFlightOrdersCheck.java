package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.policy.InFlightPolicies;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Never blocks: it lists every open order of an item that changes, or built through it, and what
/// the plant's policy does with it.
class InFlightOrdersCheck implements Check<Proposal> {
    private final InFlightPolicies policies;

    InFlightOrdersCheck(InFlightPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String code() {
        return "in-flight-orders";
    }

    @Override
    public String title() {
        return "What happens to open orders is decided";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var orders = InFlightOrders.of(proposal, policies::of);
        return orders.isEmpty()
                ? new Result.Passed(
                        "No open order makes an item that changes, or is built through it.")
                : new Result.Noted(
                        orders.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                InFlightOrders.Decided::decision,
                                                TreeMap::new,
                                                Collectors.mapping(
                                                        InFlightOrders.Decided::orderNumber,
                                                        Collectors.joining(", "))))
                                .entrySet()
                                .stream()
                                .map(each -> "%s: %s.".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining(" ")),
                        Map.of("orders", orders));
    }
}
