package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.facts.Quality.Nonconformance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Whether quality can inspect what the order makes, and has found nothing that forbids it.
final class QualityConditions {
    private QualityConditions() {}

    static Result qualityReady(Question question) {
        var reasons = new ArrayList<String>();
        var evidence = new LinkedHashMap<String, Object>();
        var unplanned = unplanned(question, reasons);
        if (!unplanned.isEmpty()) {
            evidence.put("operationsWithoutPlan", unplanned);
        }
        var critical = question.surroundings().critical().of(question.order());
        critical.forEach(found -> reasons.add(reason(found)));
        if (!critical.isEmpty()) {
            evidence.put("nonconformances", critical);
        }
        return Result.of(
                question.order().inspections().isEmpty()
                        ? "Nothing is inspected, and nothing critical is open."
                        : "Every inspection has its plan, and nothing critical is open.",
                reasons,
                evidence);
    }

    /// The operations that inspect without being told what.
    private static List<Integer> unplanned(Question question, List<String> reasons) {
        var order = question.order();
        var inspections = order.inspections();
        if (inspections.isEmpty()) {
            return List.of();
        }
        var plan = question.surroundings().inspectionPlan().of(order);
        if (plan.isEmpty()) {
            reasons.add(
                    "Plant %s has no inspection plan of %s revision %s; inspected at %s."
                            .formatted(
                                    order.plant(),
                                    order.itemId(),
                                    order.revision(),
                                    operations(inspections)));
            return inspections;
        }
        var missing =
                inspections.stream()
                        .filter(number -> !plan.get().operations().contains(number))
                        .toList();
        if (!missing.isEmpty()) {
            reasons.add(
                    "The inspection plan of %s revision %s says nothing of %s."
                            .formatted(order.itemId(), order.revision(), operations(missing)));
        }
        return missing;
    }

    private static String operations(List<Integer> numbers) {
        var listed = String.join(", ", numbers.stream().map(String::valueOf).toList());
        return (numbers.size() == 1 ? "operation " : "operations ") + listed;
    }

    private static String reason(Nonconformance found) {
        return "Critical nonconformance %s on %s%s%s is %s: %s."
                .formatted(
                        found.nonconformanceId(),
                        found.itemId(),
                        found.lot() == null ? "" : " lot " + found.lot(),
                        found.orderNumber() == null ? "" : " of order " + found.orderNumber(),
                        found.status(),
                        found.description());
    }
}
