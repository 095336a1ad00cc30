package dev.interlock.process.eco;

import dev.interlock.process.policy.PolicyRow.InFlight;
import dev.interlock.process.run.RunProcess.Origin;
import dev.interlock.process.run.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a propagation can be looked up by, where it came from, and by which rule each target's part
/// was made.
final class PropagationLineage {
    private PropagationLineage() {}

    static Set<String> searchKeys(EngineeringChange change) {
        var keys = new LinkedHashSet<String>();
        keys.add("change:" + change.changeNumber());
        for (var item : change.items()) {
            keys.add("revision:" + item.itemId() + "/" + item.toRevision());
            item.plants().forEach(plant -> keys.add("plant:" + plant));
        }
        change.touchedItems().forEach(item -> keys.add("item:" + item));
        return keys;
    }

    /// What else it can be looked up by once it is planned: the suppliers that it tells, and the
    /// orders that it acts upon. One that finishes as it is has nothing to look for here.
    static Set<String> plannedKeys(
            List<Map<String, Object>> notices, List<InFlightOrders.Decided> orders) {
        return Stream.concat(
                        notices.stream().map(notice -> "supplier:" + notice.get("supplierId")),
                        orders.stream()
                                .filter(order -> order.decision() != InFlight.FINISH_ON_OLD)
                                .map(order -> "order:" + order.orderNumber()))
                .collect(Collectors.toSet());
    }

    static List<Origin> origins(EngineeringChange change) {
        return List.of(
                new Origin(
                        "PLM",
                        "engineering-change",
                        change.changeNumber(),
                        Long.toString(change.version())));
    }

    static String rule(Step step) {
        var path = step.path();
        if (step.isLocal()) {
            return "suppliers of the parts that the change touches";
        }
        if (path.endsWith("/implementations")) {
            return "the change is implemented once every other target is done";
        }
        if (path.contains("/boms/")) {
            return "production BOM of the old revision with the BOM changes applied";
        }
        if (path.contains("/routings/")) {
            return "production routing of the old revision with the routing changes applied";
        }
        if (InFlightPlan.does(step)) {
            return "in-flight policy of the plant";
        }
        if (path.contains("/shopfloor-masters/")) {
            return "new BOM and routing of the plant as the MES needs them";
        }
        if (path.contains("/inspection-plans/")) {
            return "inspection plan of the old revision for the operations that are inspected";
        }
        return path.contains("/engineering-changes/")
                ? "the change as it was sent"
                : "revision and attributes as the change says";
    }
}
