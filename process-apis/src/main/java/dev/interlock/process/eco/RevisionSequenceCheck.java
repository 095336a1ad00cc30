package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A change goes from the latest released revision to the next of the scheme: no step is left out,
/// none taken twice.
class RevisionSequenceCheck implements Check<Proposal> {
    private final RevisionScheme scheme;

    RevisionSequenceCheck(RevisionScheme scheme) {
        this.scheme = scheme;
    }

    @Override
    public String code() {
        return "revision-sequence";
    }

    @Override
    public String title() {
        return "The new revision follows the latest released one";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var reasons = new ArrayList<String>();
        var evidence = new LinkedHashMap<String, Object>();
        for (var item : proposal.change().items()) {
            if (proposal.items().of(item.itemId()).isEmpty()) {
                reasons.add("ERP does not know the item " + item.itemId() + ".");
                continue;
            }
            var latest = latestReleased(proposal.revisions().of(item.itemId()));
            latest.ifPresent(
                    revision -> evidence.put(item.itemId(), Map.of("latestReleased", revision)));
            judge(item, latest, reasons);
            ranges(proposal, item, reasons);
        }
        return Result.of("Every revision follows the latest released one.", reasons, evidence);
    }

    private void judge(AffectedItem item, Optional<String> latest, List<String> reasons) {
        var from = Optional.ofNullable(item.fromRevision());
        if (!from.equals(latest)) {
            reasons.add(
                    "%s: the change starts from revision %s, the latest released one is %s."
                            .formatted(item.itemId(), from.orElse("none"), latest.orElse("none")));
        }
        // a first revision out of the scheme has none after it: no later change could ever pass
        if (from.isEmpty() && scheme.place(item.toRevision()).isEmpty()) {
            reasons.add(
                    "%s: %s is no revision of this scheme."
                            .formatted(item.itemId(), item.toRevision()));
        }
        var next = from.flatMap(scheme::after);
        if (from.isPresent() && !next.equals(Optional.of(item.toRevision()))) {
            reasons.add(
                    "%s: after revision %s comes %s, not %s."
                            .formatted(
                                    item.itemId(),
                                    from.get(),
                                    next.orElse("nothing in this scheme"),
                                    item.toRevision()));
        }
    }

    /// A permanent range ends where the next begins. So a change must not begin before the revision
    /// that it replaces: production would fall back to that one on its first day. Two may not be
    /// dated to begin together, but IMMEDIATE changes may follow each other on one day. A deviation
    /// ends by itself, within one range.
    private static void ranges(Proposal proposal, AffectedItem item, List<String> reasons) {
        var effectivity = proposal.change().effectivity();
        var to = effectivity.toDay();
        var isDeviation = proposal.change().type() == EngineeringChange.Type.DEVIATION;
        if (isDeviation && to == null) {
            reasons.add("A deviation needs the day on which it ends.");
        }
        for (var revision : proposal.revisions().of(item.itemId())) {
            var begins = revision.effectiveFrom();
            if (begins == null || !revision.isReleased() || revision.effectiveTo() != null) {
                continue;
            }
            if (begins.equals(effectivity.fromDay())) {
                reasons.add(
                        "%s: revision %s begins on %s too."
                                .formatted(item.itemId(), revision.revision(), begins));
            } else if (begins.isAfter(proposal.start())
                    && (to == null || !begins.isAfter(to))
                    && (effectivity.fromDay() != null || !hasBegun(proposal, revision))) {
                reasons.add(
                        "%s: revision %s begins on %s, %s."
                                .formatted(
                                        item.itemId(),
                                        revision.revision(),
                                        begins,
                                        isDeviation
                                                ? "within the deviation"
                                                : "after this change"));
            }
        }
    }

    /// The day of a plant may be ahead of the gateway's: there, what ERP calls current has begun.
    private static boolean hasBegun(Proposal proposal, Revision revision) {
        return revision.isSuperseded()
                || proposal.items()
                        .of(revision.itemId())
                        .map(Item::currentRevision)
                        .equals(Optional.of(revision.revision()));
    }

    /// One of another scheme comes before all of this one.
    private Optional<String> latestReleased(List<Revision> revisions) {
        return revisions.stream()
                .filter(Revision::isReleased)
                .map(Revision::revision)
                .max(Comparator.comparingLong(revision -> scheme.place(revision).orElse(-1)));
    }
}
