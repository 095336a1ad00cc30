package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.facts.ChangeFacts.Approved;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.policy.PolicyRow.InFlight;
import dev.interlock.process.policy.PolicyRow.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Whether the order makes the right revision of usable items.
class RevisionConditions {
    /// What this gateway has propagated: a change by its number, and when its propagation began.
    interface Propagated {
        Optional<Instant> begunAt(String changeNumber);
    }

    private final ReleasePolicies policies;
    private final Function<String, InFlight> inFlight;
    private final Propagated propagated;

    RevisionConditions(
            ReleasePolicies policies, Function<String, InFlight> inFlight, Propagated propagated) {
        this.policies = policies;
        this.inFlight = inFlight;
        this.propagated = propagated;
    }

    Result itemUsable(Question question) {
        var order = question.order();
        var blocked = new ArrayList<String>();
        var noted = new ArrayList<String>();
        var usages = policies.usages();
        judge(
                question,
                order.itemId(),
                status -> usages.apply(status, "PRODUCTION_ORDER_HEADER"),
                blocked,
                noted);
        order.componentIds()
                .forEach(id ->
                        judge(
                                question,
                                id,
                                status -> usages.apply(status, "PRODUCTION_ORDER_COMPONENT"),
                                blocked,
                                noted));
        if (blocked.isEmpty() && !noted.isEmpty()) {
            return new Result.Noted(String.join(" ", noted), Map.of());
        }
        return Result.of(
                "Header and components may be used.",
                blocked,
                Map.of("blocked", List.copyOf(blocked)));
    }

    private static void judge(
            Question question,
            String itemId,
            Function<String, Severity> usage,
            List<String> blocked,
            List<String> noted) {
        var status =
                question.items()
                        .of(itemId)
                        .map(item -> item.usageStatusIn(question.order().plant()));
        if (status.isEmpty()) {
            blocked.add("ERP does not know the item " + itemId + ".");
            return;
        }
        switch (usage.apply(status.get())) {
            case NONE -> {}
            case WARN -> noted.add("%s is %s.".formatted(itemId, status.get()));
            case BLOCK ->
                    blocked.add("%s is %s and may not be used.".formatted(itemId, status.get()));
        }
    }

    Result revisionCurrent(Question question) {
        var order = question.order();
        var revisions = question.revisions().of(order.itemId());
        var own = revisions.stream().filter(r -> r.revision().equals(order.revision())).findFirst();
        if (own.isEmpty()) {
            return new Result.Barred(
                    "ERP does not know revision %s of %s."
                            .formatted(order.revision(), order.itemId()),
                    Map.of());
        }
        var effective = Revision.effectiveOn(revisions, order.plannedStart());
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("orderRevision", order.revision());
        effective.ifPresent(r -> evidence.put("effectiveRevision", r.revision()));
        if (!own.get().isReleased()) {
            return new Result.Barred(
                    "Revision %s of %s is %s."
                            .formatted(order.revision(), order.itemId(), own.get().status()),
                    evidence);
        }
        return decide(question, newerChanges(question, effective), effective, evidence);
    }

    /// The changes that speak against the order's revision: approved ones not yet carried
    /// everywhere, unless the order is what they make of it, and the one that brought the revision
    /// which is effective instead.
    private static List<String> newerChanges(Question question, Optional<Revision> effective) {
        var order = question.order();
        var concerned = new HashSet<>(order.componentIds());
        concerned.add(order.itemId());
        concerned.addAll(order.phantomIds());
        var changes = new ArrayList<String>();
        question.approvedChanges().stream()
                .filter(change -> change.effectivity().holdsOn(order.plannedStart()))
                .filter(change ->
                        change.items().stream()
                                .anyMatch(item ->
                                        concerned.contains(item.itemId())
                                                && item.changesIn(order.plant())))
                .filter(change -> !hasReached(order, change, effective))
                .map(Approved::changeNumber)
                .forEach(changes::add);
        effective
                .filter(r -> !r.revision().equals(order.revision()))
                .map(Revision::changeNumber)
                .filter(change -> !changes.contains(change))
                .ifPresent(changes::add);
        return List.copyOf(changes);
    }

    /// The order makes the very revision that the change brings: whatever other plant or system
    /// still lacks the change, this order has it.
    private static boolean hasReached(
            ProductionOrder order, Approved change, Optional<Revision> effective) {
        return isAt(order, effective)
                && change.items().stream()
                        .anyMatch(item ->
                                item.itemId().equals(order.itemId())
                                        && item.toRevision().equals(order.revision()));
    }

    private static boolean isAt(ProductionOrder order, Optional<Revision> effective) {
        return effective.map(Revision::revision).equals(Optional.of(order.revision()));
    }

    private Result decide(
            Question question,
            List<String> changes,
            Optional<Revision> effective,
            Map<String, Object> evidence) {
        var order = question.order();
        evidence.put("changes", changes);
        if (changes.isEmpty()) {
            return isAt(order, effective)
                    ? new Result.Passed(
                            "Revision %s is effective on %s."
                                    .formatted(order.revision(), order.plannedStart()))
                    : new Result.Failed(
                            "On %s revision %s is effective, the order is at %s."
                                    .formatted(
                                            order.plannedStart(),
                                            effective.map(Revision::revision).orElse("none"),
                                            order.revision()),
                            evidence);
        }
        var policy = inFlight.apply(order.plant());
        evidence.put("inFlightPolicy", policy);
        var bringing = String.join(", ", changes) + (changes.size() == 1 ? " brings" : " bring");
        return switch (policy) {
            case FINISH_ON_OLD -> {
                var younger =
                        changes.stream().filter(change -> !isOlderThan(order, change)).toList();
                yield younger.isEmpty()
                        ? new Result.Noted(
                                "%s another revision; by the plant's policy the order finishes on %s."
                                        .formatted(bringing, order.revision()),
                                evidence)
                        : new Result.Failed(tooYoung(younger, effective), evidence);
            }
            case PULL_FORWARD ->
                    new Result.Failed(
                            "%s another revision; by the plant's policy the order must be pulled forward."
                                    .formatted(bringing),
                            evidence);
            case BLOCK ->
                    new Result.Failed(
                            "%s another revision; by the plant's policy the order waits."
                                    .formatted(bringing),
                            evidence);
        };
    }

    /// An order younger than a change must be at the revision that it brought. Where it brought
    /// none yet, or changes only a component, there is none to be at.
    private static String tooYoung(List<String> changes, Optional<Revision> effective) {
        return "The order was created after the propagation of %s began%s."
                .formatted(
                        String.join(", ", changes),
                        effective
                                .filter(r ->
                                        r.changeNumber() != null
                                                && changes.contains(r.changeNumber()))
                                .map(r -> " and must be at revision " + r.revision())
                                .orElse(", which is not complete yet"));
    }

    /// A change that this gateway has not begun to propagate is younger than any order.
    private boolean isOlderThan(ProductionOrder order, String change) {
        var created = order.createdAt();
        return propagated
                .begunAt(change)
                .map(begun -> created != null && created.isBefore(begun))
                .orElse(true);
    }
}
