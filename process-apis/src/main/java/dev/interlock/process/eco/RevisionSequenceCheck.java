package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
            var latest = last(proposal.revisions().of(item.itemId()), Revision::isReleased);
            latest.ifPresent(
                    revision -> evidence.put(item.itemId(), Map.of("latestReleased", revision)));
            judge(proposal, item, latest, reasons);
            ranges(proposal, item, reasons);
        }
        return Result.of("Every revision follows the latest released one.", reasons, evidence);
    }

    private void judge(
            Proposal proposal, AffectedItem item, Optional<String> latest, List<String> reasons) {
        var from = Optional.ofNullable(item.fromRevision());
        if (!from.equals(latest) && !from.equals(permanent(proposal, item, latest))) {
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
        var taken = last(proposal.revisions().of(item.itemId()), RevisionSequenceCheck::isTaken);
        var next = taken.flatMap(scheme::after);
        if (taken.isPresent() && !next.equals(Optional.of(item.toRevision()))) {
            reasons.add(
                    "%s: after revision %s comes %s, not %s."
                            .formatted(
                                    item.itemId(),
                                    taken.get(),
                                    next.orElse("nothing in this scheme"),
                                    item.toRevision()));
        }
    }

    /// Where the latest is a deviation, a change may name the one that it deviates from.
    private static Optional<String> permanent(
            Proposal proposal, AffectedItem item, Optional<String> latest) {
        return proposal.revisions().of(item.itemId()).stream()
                        .anyMatch(revision ->
                                revision.isDeviation()
                                        && latest.equals(Optional.of(revision.revision())))
                ? proposal.base(item)
                : latest;
    }

    /// Released once, a revision is never released anew, obsolete or not.
    private static boolean isTaken(Revision revision) {
        return revision.isReleased() || revision.status().equals("OBSOLETE");
    }

    /// A permanent range ends where the next begins. So a change must not begin before the revision
    /// that it replaces: production would fall back to that one on its first day. Two may not be
    /// dated to begin together, but IMMEDIATE changes may follow each other on one day. A deviation
    /// ends by itself, within one range, and nothing else begins or deviates in its days: the one
    /// would hide the other.
    private static void ranges(Proposal proposal, AffectedItem item, List<String> reasons) {
        if (isDeviation(proposal) && proposal.change().effectivity().toDay() == null) {
            reasons.add("A deviation needs the day on which it ends.");
        }
        for (var revision : proposal.revisions().of(item.itemId())) {
            if (revision.isReleased()) {
                Optional<String> why =
                        revision.isDeviation()
                                ? besideADeviation(proposal, revision)
                                : besideAPermanent(proposal, revision);
                why.ifPresent(reason -> reasons.add(item.itemId() + ": " + reason));
            }
        }
    }

    private static boolean isDeviation(Proposal proposal) {
        return proposal.change().type() == EngineeringChange.Type.DEVIATION;
    }

    private static Optional<String> besideADeviation(Proposal proposal, Revision deviation) {
        var begins = deviation.effectiveFrom();
        var ends = deviation.effectiveTo();
        var to = proposal.change().effectivity().toDay();
        var isOver = ends == null || ends.isBefore(proposal.start());
        var isLater = to != null && begins != null && begins.isAfter(to);
        return isOver || isLater
                ? Optional.empty()
                : Optional.of(
                        "revision %s deviates from %s to %s: begin after it, or make it obsolete first."
                                .formatted(deviation.revision(), begins, ends));
    }

    private static Optional<String> besideAPermanent(Proposal proposal, Revision revision) {
        var effectivity = proposal.change().effectivity();
        var begins = revision.effectiveFrom();
        if (begins == null) {
            return Optional.empty();
        }
        if (begins.equals(effectivity.fromDay()) && !revision.isSuperseded()) {
            return Optional.of(
                    "revision %s begins on %s too.".formatted(revision.revision(), begins));
        }
        var to = effectivity.toDay();
        return proposal.hasBegun(revision) || (to != null && begins.isAfter(to))
                ? Optional.empty()
                : Optional.of(
                        "revision %s begins on %s, %s."
                                .formatted(
                                        revision.revision(),
                                        begins,
                                        isDeviation(proposal)
                                                ? "within the deviation"
                                                : "after this change"));
    }

    /// The last by the scheme; one of another scheme comes before all of this one.
    private Optional<String> last(List<Revision> revisions, Predicate<Revision> wanted) {
        return revisions.stream()
                .filter(wanted)
                .map(Revision::revision)
                .max(Comparator.comparingLong(revision -> scheme.place(revision).orElse(-1)));
    }
}
