package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Whether the shop floor can take the order.
final class ShopFloorConditions {
    private ShopFloorConditions() {}

    static Result ready(Question question) {
        var order = question.order();
        var reasons = new ArrayList<String>();
        var evidence = new LinkedHashMap<String, Object>();
        if (question.master().of(order).isEmpty()) {
            reasons.add(
                    "The MES of plant %s does not know %s at revision %s."
                            .formatted(order.plant(), order.itemId(), order.revision()));
        }
        question.jobOrder()
                .of(order.orderNumber())
                .filter(job -> !question.runId().equals(Optional.ofNullable(job.reference())))
                .ifPresent(job -> {
                    evidence.put("jobOrder", job);
                    reasons.add(
                            "The MES has a job order for it already (%s).".formatted(job.state()));
                });
        return Result.barredBy(
                reasons, "The MES knows what to make and has no job order yet.", evidence);
    }
}
