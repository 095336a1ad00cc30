package dev.interlock.process.eco;

import static dev.interlock.platform.outbound.Call.encode;
import static dev.interlock.process.eco.PropagationPlan.ERP;
import static dev.interlock.process.eco.PropagationPlan.body;

import dev.interlock.process.eco.InFlightOrders.Decided;
import dev.interlock.process.run.Step;
import dev.interlock.process.run.StepPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is decided of orders in flight is done once the new revision stands, unless somebody has
/// begun to release the order by then: it finishes on the old structure.
final class InFlightPlan {
    private static final String ORDERS = "/system/v1/production-orders/";

    private InFlightPlan() {}

    static List<StepPlan> of(String changeNumber, List<Decided> orders, List<String> after) {
        return orders.stream()
                .flatMap(order -> step(changeNumber, order))
                .map(step -> step.after(after))
                .toList();
    }

    private static Stream<StepPlan> step(String changeNumber, Decided order) {
        return switch (order.decision()) {
            case PULL_FORWARD ->
                    Stream.of(
                            step(
                                    "pull forward order ",
                                    order,
                                    "/revision-changes",
                                    "revision",
                                    order.toRevision()));
            case BLOCK ->
                    Stream.of(
                            step(
                                    "lock order ",
                                    order,
                                    "/locks",
                                    "reason",
                                    reason(changeNumber, order)));
            case FINISH_ON_OLD -> Stream.empty();
        };
    }

    private static StepPlan step(
            String what, Decided order, String verb, String member, @Nullable Object value) {
        return StepPlan.post(
                what + order.orderNumber(),
                "ERP",
                ERP,
                ORDERS + encode(order.orderNumber()) + verb,
                body(
                        member,
                        value,
                        "expected",
                        Map.of("lifecycle", order.lifecycle(), "revision", order.revision())));
    }

    private static String reason(String changeNumber, Decided order) {
        return order.phantomId() == null
                ? "%s replaces revision %s of %s"
                        .formatted(changeNumber, order.revision(), order.itemId())
                : "%s changes %s, which this order is built through"
                        .formatted(changeNumber, order.phantomId());
    }

    /// Whether a step does what was decided of an order.
    static boolean does(Step step) {
        return step.path().startsWith(ORDERS);
    }
}
