package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.ShopFloor;
import dev.interlock.process.facts.ShopFloor.Master;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the shop floor can take the order.
final class ShopFloorConditions {
    private static final String READY = "The MES knows what to make and has no job order yet.";

    private ShopFloorConditions() {}

    static Result ready(Question question) {
        var order = question.order();
        var barring = new ArrayList<String>();
        var evidence = new LinkedHashMap<String, Object>();
        var master = question.master().of(order);
        if (master.isEmpty()) {
            barring.add(
                    "The MES of plant %s does not know %s at revision %s."
                            .formatted(order.plant(), order.itemId(), order.revision()));
        }
        question.jobOrder()
                .of(order.orderNumber())
                .filter(job -> !question.runId().equals(Optional.ofNullable(job.reference())))
                .ifPresent(job -> {
                    evidence.put("jobOrder", job);
                    barring.add(
                            "The MES has a job order for it already (%s).".formatted(job.state()));
                });
        var different = master.map(known -> differences(question, known)).orElse(List.of());
        if (!different.isEmpty()) {
            evidence.put("differences", different);
        }
        var reasons = Stream.concat(barring.stream(), different.stream()).toList();
        return barring.isEmpty()
                ? Result.of(READY, reasons, evidence)
                : Result.barredBy(reasons, READY, evidence);
    }

    /// What the order takes and does that the MES, at the same revision, does not know of.
    private static List<String> differences(Question question, Master master) {
        var order = question.order();
        var known = master.bom().stream().map(ShopFloor.Component::componentId).toList();
        var components =
                lines(order, question.bom().of(order))
                        .filter(line -> !known.contains(line))
                        .map("The MES makes it without the component %s."::formatted);
        var operations =
                order.operations().stream()
                        .map(operation ->
                                new ShopFloor.Step(operation.number(), operation.workCenterId()))
                        .filter(step -> !master.operations().contains(step))
                        .map(step ->
                                "The MES does not know operation %d at work center %s."
                                        .formatted(step.number(), step.workCenterId()));
        return Stream.concat(components, operations).toList();
    }

    /// What of the order stands in its BOM: a phantom instead of what comes out of it. An older
    /// order does not say what came out of one.
    private static Stream<String> lines(ProductionOrder order, Optional<Bom> bom) {
        var standing =
                bom.filter(found -> found.lines().stream().anyMatch(Bom.Line::phantom))
                        .map(found -> found.lines().stream().map(Bom.Line::componentId).toList());
        return order.components().stream()
                .map(component ->
                        component.phantoms().isEmpty()
                                ? component.itemId()
                                : component.phantoms().getFirst())
                .distinct()
                .filter(line -> standing.isEmpty() || standing.get().contains(line));
    }
}
