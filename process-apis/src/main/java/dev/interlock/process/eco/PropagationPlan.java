package dev.interlock.process.eco;

import static dev.interlock.platform.outbound.Call.encode;

import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.Routing.Operation;
import dev.interlock.process.run.StepPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The effects of a change, in the order that each target needs: in ERP revision → BOM → routing of
/// each item, and only once all of these stand the revisions are released, so that nothing is
/// current before it is whole. MES and quality of a plant are told beside it, the suppliers after
/// it, PLM last.
class PropagationPlan {
    static final String ERP = "erp";
    private static final String OTHERS = "system";

    private final Proposal proposal;
    private final EngineeringChange change;
    private final List<StepPlan> steps = new ArrayList<>();

    private PropagationPlan(Proposal proposal) {
        this.proposal = proposal;
        this.change = proposal.change();
    }

    static List<StepPlan> of(
            Proposal proposal,
            List<Map<String, Object>> notices,
            List<InFlightOrders.Decided> inFlight) {
        var plan = new PropagationPlan(proposal);
        var items = DependencyOrder.of(proposal);
        items.forEach(plan::item);
        items.forEach(plan::release);
        plan.steps.addAll(
                InFlightPlan.of(plan.change.changeNumber(), inFlight, names(plan.steps, "ERP")));
        var erp = names(plan.steps, "ERP");
        plan.steps.add(StepPlan.local("supplier notices", "SUPPLIER", notices).after(erp));
        plan.steps.add(
                StepPlan.post(
                                "close the change",
                                "PLM",
                                OTHERS,
                                "/system/v1/engineering-changes/"
                                        + encode(plan.change.changeNumber())
                                        + "/implementations",
                                Map.of("version", plan.change.version()))
                        .after(plan.steps.stream().map(StepPlan::name).toList()));
        return List.copyOf(plan.steps);
    }

    private static List<String> names(List<StepPlan> steps, String target) {
        return steps.stream().filter(s -> s.target().equals(target)).map(StepPlan::name).toList();
    }

    private void item(AffectedItem item) {
        var before = names(steps, "ERP");
        if (hasStructure(item) && proposal.prepared(item).isEmpty()) {
            var revision = "revision " + item.itemId() + " " + item.toRevision();
            steps.add(
                    StepPlan.put(revision, "ERP", ERP, path(item), revisionBody(item, "IN_WORK"))
                            .after(before));
            before = List.of(revision);
        }
        for (var plant : item.plants()) {
            plant(item, plant, before);
        }
    }

    private boolean hasStructure(AffectedItem item) {
        return item.plants().stream()
                .anyMatch(plant ->
                        proposal.oldBom(item, plant).isPresent()
                                || proposal.oldRouting(item, plant).isPresent());
    }

    /// A revision with a structure stands by then, made here or prepared by a person.
    private void release(AffectedItem item) {
        var name = "release " + item.itemId() + " " + item.toRevision();
        var release = StepPlan.put(name, "ERP", ERP, path(item), revisionBody(item, "RELEASED"));
        steps.add((hasStructure(item) ? release.ifMatch("*") : release).after(names(steps, "ERP")));
    }

    private void plant(AffectedItem item, String plant, List<String> before) {
        var last = before;
        var bom = proposal.oldBom(item, plant);
        var lines = proposal.newBom(item, plant).map(BomTransformation::lines).orElse(List.of());
        if (bom.isPresent()) {
            var name = "BOM " + item.itemId() + " " + item.toRevision() + " in " + plant;
            steps.add(
                    StepPlan.put(
                                    name,
                                    "ERP",
                                    ERP,
                                    path(item) + "/boms/" + encode(plant),
                                    bomBody(bom.get(), lines))
                            .after(last));
            last = List.of(name);
        }
        var routing = proposal.oldRouting(item, plant);
        var operations =
                proposal.newRouting(item, plant)
                        .map(RoutingTransformation::operations)
                        .orElse(List.of());
        if (routing.isPresent()) {
            var name = "routing " + item.itemId() + " " + item.toRevision() + " in " + plant;
            steps.add(
                    StepPlan.put(
                                    name,
                                    "ERP",
                                    ERP,
                                    path(item) + "/routings/" + encode(plant),
                                    routingBody(routing.get(), operations))
                            .after(last));
            last = List.of(name);
        }
        if (bom.isPresent() || routing.isPresent()) {
            var components = bom.map(old -> components(old, lines)).orElse(List.of());
            told(item, plant, components, operations, last);
        }
    }

    private void told(
            AffectedItem item,
            String plant,
            List<Map<String, Object>> components,
            List<Operation> operations,
            List<String> after) {
        var at = encode(plant) + "/" + encode(item.itemId()) + "/" + encode(item.toRevision());
        steps.add(
                StepPlan.put(
                                "master "
                                        + item.itemId()
                                        + " "
                                        + item.toRevision()
                                        + " in "
                                        + plant,
                                "MES:" + plant,
                                OTHERS,
                                "/system/v1/shopfloor-masters/" + at,
                                masterBody(item, components, operations))
                        .after(after));
        var inspected = proposal.inspections(item, plant);
        if (!inspected.isEmpty()) {
            steps.add(
                    StepPlan.put(
                                    "inspection plan "
                                            + item.itemId()
                                            + " "
                                            + item.toRevision()
                                            + " in "
                                            + plant,
                                    "QUALITY:" + plant,
                                    OTHERS,
                                    "/system/v1/inspection-plans/" + at,
                                    new InspectionDraft(
                                            plant,
                                            item.itemId(),
                                            proposal.base(item).orElse(null),
                                            item.toRevision(),
                                            inspected,
                                            operations.stream().map(Operation::number).toList()))
                            .drafted()
                            .after(after));
        }
    }

    private static String path(AffectedItem item) {
        return "/system/v1/items/"
                + encode(item.itemId())
                + "/revisions/"
                + encode(item.toRevision());
    }

    private Map<String, Object> revisionBody(AffectedItem item, String status) {
        return body(
                "status", status,
                "effectivity", change.effectivity(),
                "changeNumber", change.changeNumber(),
                "attributes", proposal.attributes(item),
                "specificationUrls",
                        proposal.prepared(item).map(Revision::specificationUrls).orElse(List.of()));
    }

    private Map<String, Object> bomBody(Bom old, List<Bom.Line> lines) {
        return body(
                "usage", old.usage(),
                "status", old.status(),
                "baseQuantity", old.baseQuantity(),
                "effectivity", change.effectivity(),
                "lines", lines.stream().map(PropagationPlan::line).toList());
    }

    /// Without what is so anyway: a request has room for so many lines.
    private static Map<String, Object> line(Bom.Line line) {
        return body(
                "position", line.position(),
                "componentId", line.componentId(),
                "quantity", line.quantity(),
                "scrapPercent", isNothing(line.scrapPercent()) ? null : line.scrapPercent(),
                "phantom", line.phantom() ? true : null,
                "backflush", line.backflush() ? true : null,
                "operation", line.operation(),
                "effectivity", line.effectivity(),
                "alternativeGroup", line.alternativeGroup());
    }

    private static boolean isNothing(@Nullable String percent) {
        return percent == null || new BigDecimal(percent).signum() == 0;
    }

    private Map<String, Object> routingBody(Routing old, List<Operation> operations) {
        return body(
                "status", old.status(),
                "lotSizeFrom", old.lotSizeFrom(),
                "lotSizeTo", old.lotSizeTo(),
                "effectivity", change.effectivity(),
                "operations", operations);
    }

    /// What goes into one piece.
    private static List<Map<String, Object>> components(Bom bom, List<Bom.Line> lines) {
        return lines.stream()
                .map(line ->
                        body(
                                "position", line.position(),
                                "componentId", line.componentId(),
                                "quantity", bom.ofOne(line.quantity())))
                .toList();
    }

    private Map<String, Object> masterBody(
            AffectedItem item, List<Map<String, Object>> components, List<Operation> operations) {
        var known = proposal.items().of(item.itemId());
        return body(
                "description", known.map(Item::description).orElse(item.itemId()),
                "unit", known.map(Item::baseUnit).orElse("EA"),
                "bom", components,
                "operations",
                        operations.stream()
                                .map(o ->
                                        body(
                                                "number", o.number(),
                                                "workCenterId", o.workCenterId(),
                                                "setupTime", o.setupTime(),
                                                "runTimePerUnit", o.runTimePerUnit()))
                                .toList());
    }

    /// A JSON object whose absent members are left out, in this order.
    static Map<String, Object> body(@Nullable Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }
}
