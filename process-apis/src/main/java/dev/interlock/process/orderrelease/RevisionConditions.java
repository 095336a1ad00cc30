package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.facts.ChangeFacts.Approved;
import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.facts.Revision;
import dev.interlock.process.policy.PolicyRow.InFlight;
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
        var judged = new Judged(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        var usages = policies.usages();
        judge(
                question,
                order.itemId(),
                status -> usages.apply(status, "PRODUCTION_ORDER_HEADER"),
                judged);
        order.componentIds()
                .forEach(id ->
                        judge(
                                question,
                                id,
                                status -> usages.apply(status, "PRODUCTION_ORDER_COMPONENT"),
                                judged));
        var evidence = Map.<String, Object>of("usageStatuses", judged.statuses());
        return judged.blocked().isEmpty() && !judged.noted().isEmpty()
                ? new Result.Noted(String.join(" ", judged.noted()), evidence)
                : Result.of("Header and components may be used.", judged.blocked(), evidence);
    }

    /// What speaks against items, what is only to be known, and the statuses that say so.
    private record Judged(List<String> blocked, List<String> noted, Map<String, String> statuses) {}

    private static void judge(
            Question question, String itemId, Function<String, Severity> usage, Judged judged) {
        var item = question.items().of(itemId);
        if (item.isEmpty()) {
            judged.blocked().add("ERP does not know the item " + itemId + ".");
            return;
        }
        var status =
                item.get()
                        .usageStatusesIn(question.order().plant())
                        .max(Comparator.comparing(usage))
                        .orElseThrow();
        switch (usage.apply(status)) {
            case NONE -> {}
            case WARN -> {
                judged.noted().add("%s is %s.".formatted(itemId, status));
                judged.statuses().put(itemId, status);
            }
            case BLOCK -> {
                judged.blocked().add("%s is %s and may not be used.".formatted(itemId, status));
                judged.statuses().put(itemId, status);
            }
        }
    }

    /// A revision that ERP releases no order at.
    static Optional<Barred> barred(Question question) {
        var order = question.order();
        var own = own(question);
        if (own.isEmpty()) {
            return Optional.of(
                    new Barred(
                            "ERP does not know revision %s of %s."
                                    .formatted(order.revision(), order.itemId()),
                            Map.of()));
        }
        return own.filter(revision -> !revision.isReleased())
                .map(revision ->
                        new Barred(
                                "Revision %s of %s is %s."
                                        .formatted(
                                                order.revision(),
                                                order.itemId(),
                                                revision.status()),
                                Map.of("orderRevision", order.revision())));
    }

    private static Optional<Revision> own(Question question) {
        var order = question.order();
        return question.revisions().of(order.itemId()).stream()
                .filter(revision -> revision.revision().equals(order.revision()))
                .findFirst();
    }

    Result revisionCurrent(Question question) {
        var barred = barred(question);
        if (barred.isPresent()) {
            return barred.get();
        }
        var order = question.order();
        var start = start(question);
        var effective = Revision.effectiveOn(question.revisions().of(order.itemId()), start);
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("orderRevision", order.revision());
        effective.ifPresent(r -> evidence.put("effectiveRevision", r.revision()));
        var begin = own(question).map(Revision::effectiveFrom);
        if (begin.isPresent() && start.isBefore(begin.get())) {
            return new Result.Failed(
                    "Revision %s begins on %s, after the planned start %s."
                            .formatted(order.revision(), begin.get(), order.plannedStart()),
                    evidence);
        }
        return decide(question, newerChanges(question, effective), effective, evidence);
    }

    /// An order that is late and was pulled forward to what holds by now starts today at the
    /// earliest: its revision need not have held on the day on which it was to start.
    private static LocalDate start(Question question) {
        var planned = question.order().plannedStart();
        return own(question)
                .map(Revision::effectiveFrom)
                .filter(begin -> planned.isBefore(begin) && !question.today().isBefore(begin))
                .map(_ -> question.today())
                .orElse(planned);
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
        var start = start(question);
        evidence.put("changes", changes);
        if (changes.isEmpty()) {
            return isAt(order, effective)
                    ? new Result.Passed(
                            "Revision %s is effective on %s.".formatted(order.revision(), start))
                    : new Result.Failed(
                            "On %s revision %s is effective, the order is at %s."
                                    .formatted(
                                            start,
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
                        changes.stream()
                                .filter(change -> !isOlderThan(order, change, effective))
                                .toList();
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
    private String tooYoung(List<String> changes, Optional<Revision> effective) {
        var brought = effective.filter(r -> changes.contains(String.valueOf(r.changeNumber())));
        var elsewhere =
                brought.filter(r -> propagated.begunAt(String.valueOf(r.changeNumber())).isEmpty());
        return elsewhere
                .map(r ->
                        "%s brought revision %s without this gateway, which cannot tell an order that is older: it must be at that revision."
                                .formatted(r.changeNumber(), r.revision()))
                .orElseGet(() ->
                        "The order was created after the propagation of %s began%s."
                                .formatted(
                                        String.join(", ", changes),
                                        brought.map(r -> " and must be at revision " + r.revision())
                                                .orElse(", which is not complete yet")));
    }

    /// A change that nobody has begun to carry is younger than any order. One that has brought what
    /// is effective without this gateway may be older than it.
    private boolean isOlderThan(
            ProductionOrder order, String change, Optional<Revision> effective) {
        var created = order.createdAt();
        return propagated
                .begunAt(change)
                .map(begun -> created != null && created.isBefore(begun))
                .orElseGet(() ->
                        effective.map(Revision::changeNumber).filter(change::equals).isEmpty());
    }
}
