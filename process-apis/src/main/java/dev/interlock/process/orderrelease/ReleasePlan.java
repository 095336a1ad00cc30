package dev.interlock.process.orderrelease;

import static dev.interlock.platform.outbound.Call.encode;

import dev.interlock.process.check.Finding;
import dev.interlock.process.check.Finding.Outcome;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.run.StepPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// reserve → MES store → warehouse staging → ERP release, the pivot → MES start.
final class ReleasePlan {
    private static final String ERP = "erp";
    private static final String OTHERS = "system";

    /// By the check that found it.
    private static final Map<String, String> ACCEPTED =
            Map.of("material-available", "SHORTAGE", "stock-usable", "HOLD");

    private ReleasePlan() {}

    /// What was found and is to be lived with goes along: the reservation would refuse it.
    static List<StepPlan> of(
            ProductionOrder order, List<Finding> findings, List<Availability> availability) {
        var number = encode(order.orderNumber());
        var mes = "MES:" + order.plant();
        var jobOrder = "/system/v1/job-orders/" + number;
        var steps = new ArrayList<StepPlan>();
        steps.add(
                StepPlan.post(
                                "reserve",
                                "ERP",
                                ERP,
                                "/system/v1/reservations",
                                reservationBody(order, findings))
                        .undoneBy("/system/v1/reservations/{reference}/cancellations"));
        steps.add(
                StepPlan.put("store job order", mes, OTHERS, jobOrder, jobOrderBody(order))
                        .undoneBy(jobOrder + "/revocations"));
        Staging.body(order, availability)
                .map(body ->
                        StepPlan.put(
                                        "stage material",
                                        "WMS",
                                        OTHERS,
                                        "/system/v1/staging-requests/" + number,
                                        body)
                                .undoneBy(
                                        "/system/v1/staging-requests/" + number + "/cancellations"))
                .ifPresent(steps::add);
        steps.add(
                StepPlan.post(
                                "release order",
                                "ERP",
                                ERP,
                                "/system/v1/production-orders/" + number + "/releases",
                                Map.of())
                        .ifMatch(order.etag())
                        .asPivot());
        steps.add(StepPlan.post("start job order", mes, OTHERS, jobOrder + "/starts", Map.of()));
        return chained(steps);
    }

    private static List<StepPlan> chained(List<StepPlan> steps) {
        var chained = new ArrayList<StepPlan>();
        for (var i = 0; i < steps.size(); i++) {
            chained.add(
                    i == 0 ? steps.get(i) : steps.get(i).after(List.of(steps.get(i - 1).name())));
        }
        return List.copyOf(chained);
    }

    private static Map<String, Object> reservationBody(
            ProductionOrder order, List<Finding> findings) {
        var body = new LinkedHashMap<String, Object>();
        body.put("orderNumber", order.orderNumber());
        var despite =
                findings.stream()
                        .filter(finding -> finding.outcome() != Outcome.PASS)
                        .map(finding -> ACCEPTED.get(finding.check()))
                        .filter(Objects::nonNull)
                        .toList();
        if (!despite.isEmpty()) {
            body.put("despite", despite);
        }
        return body;
    }

    private static Map<String, Object> jobOrderBody(ProductionOrder order) {
        var body = new LinkedHashMap<String, Object>();
        body.put("plant", order.plant());
        body.put("itemId", order.itemId());
        body.put("revision", order.revision());
        body.put("quantity", order.quantity());
        body.put("plannedStart", order.plannedStart());
        body.put("plannedEnd", order.plannedEnd());
        return body;
    }
}
