package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.facts.ChangeFacts.Approved;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.policy.InFlightPolicies;
import dev.interlock.process.policy.PolicyRow.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final InFlightPolicies inFlight;
    private final Propagated propagated;

    RevisionConditions(ReleasePolicies policies, InFlightPolicies inFlight, Propagated propagated) {
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
            return new Result.Failed(
                    "ERP does not know revision %s of %s."
                            .formatted(order.revision(), order.itemId()),
                    Map.of());
        }
        var effective = effectiveOn(revisions, order.plannedStart());
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("orderRevision", order.revision());
        effective.ifPresent(r -> evidence.put("effectiveRevision", r.revision()));
        if (!own.get().isReleased()) {
            return new Result.Failed(
                    "Revision %s of %s is %s."
                            .formatted(order.revision(), order.itemId(), own.get().status()),
                    evidence);
        }
        return decide(question, newerChanges(question, effective), effective, evidence);
    }

    /// The changes that speak against the order's revision: approved ones not yet carried
    /// everywhere, and the one that brought the revision which is effective instead.
    private static List<String> newerChanges(Question question, Optional<Revision> effective) {
        var order = question.order();
        var concerned = new HashSet<>(order.componentIds());
        concerned.add(order.itemId());
        var changes = new ArrayList<String>();
        question.approvedChanges().stream()
                .filter(change -> isEffectiveBy(change, order.plannedStart()))
                .filter(change ->
                        change.items().stream().anyMatch(i -> concerned.contains(i.itemId())))
                .map(Approved::changeNumber)
                .forEach(changes::add);
        effective
                .filter(r -> !r.revision().equals(order.revision()))
                .map(Revision::changeNumber)
                .filter(change -> !changes.contains(change))
                .ifPresent(changes::add);
        return List.copyOf(changes);
    }

    private Result decide(
            Question question,
            List<String> changes,
            Optional<Revision> effective,
            Map<String, Object> evidence) {
        var order = question.order();
        evidence.put("changes", changes);
        var isCurrent = effective.map(Revision::revision).equals(Optional.of(order.revision()));
        if (changes.isEmpty()) {
            return isCurrent
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
        var policy = inFlight.of(order.plant());
        evidence.put("inFlightPolicy", policy);
        var named = String.join(", ", changes);
        return switch (policy) {
            case FINISH_ON_OLD ->
                    changes.stream().allMatch(change -> isOlderThan(order, change))
                            ? new Result.Noted(
                                    "%s brings another revision; by the plant's policy the order finishes on %s."
                                            .formatted(named, order.revision()),
                                    evidence)
                            : new Result.Failed(
                                    "The order was created after %s was propagated and must be at its revision."
                                            .formatted(named),
                                    evidence);
            case PULL_FORWARD ->
                    new Result.Failed(
                            "%s brings another revision; by the plant's policy the order must be pulled forward."
                                    .formatted(named),
                            evidence);
            case BLOCK ->
                    new Result.Failed(
                            "%s brings another revision; by the plant's policy the order waits."
                                    .formatted(named),
                            evidence);
        };
    }

    /// A change that this gateway has not begun to propagate is younger than any order.
    private boolean isOlderThan(ProductionOrder order, String change) {
        var created = order.createdAt();
        return propagated
                .begunAt(change)
                .map(begun -> created != null && created.isBefore(begun))
                .orElse(true);
    }

    private static boolean isEffectiveBy(Approved change, LocalDate day) {
        var from = change.effectivity().fromDay();
        return from == null || !day.isBefore(from);
    }

    /// Of the released revisions that hold on a day, the one that began last.
    private static Optional<Revision> effectiveOn(List<Revision> revisions, LocalDate day) {
        return revisions.stream()
                .filter(Revision::isReleased)
                .filter(r -> r.holdsOn(day))
                .max(
                        Comparator.comparing(RevisionConditions::begin)
                                .thenComparing(Revision::isSuperseded, Comparator.reverseOrder()));
    }

    private static LocalDate begin(Revision revision) {
        return Optional.ofNullable(revision.effectiveFrom()).orElse(LocalDate.MIN);
    }
}
