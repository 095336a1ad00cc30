package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Revision;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// From when on the change holds is said once, not in the past, and what the new structures use
/// holds by then too.
class EffectivityValidCheck implements Check<Proposal> {
    private static final int LAST_YEAR = 2999;

    private final Period tolerance;

    EffectivityValidCheck(Period tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public String code() {
        return "effectivity-valid";
    }

    @Override
    public String title() {
        return "The effectivity makes sense";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var reasons = new ArrayList<>(shape(proposal));
        for (var item : proposal.change().items()) {
            for (var plant : item.plants()) {
                components(proposal, item, plant, reasons);
            }
        }
        return Result.of(
                proposal.change().effectivity().hasDays()
                        ? "The change holds from %s on.".formatted(proposal.start())
                        : "It begins with no day: whether a target takes that, target-fit says.",
                reasons.stream().distinct().toList(),
                Map.of("effectivity", proposal.change().effectivity(), "from", proposal.start()));
    }

    private List<String> shape(Proposal proposal) {
        var effectivity = proposal.change().effectivity();
        if (effectivity.hasDays() && effectivity.itemId() != null) {
            return List.of("%s names no item: USE_UP does.".formatted(effectivity.kind()));
        }
        return switch (effectivity.kind()) {
            case "IMMEDIATE" ->
                    effectivity.from() == null && effectivity.to() == null
                            ? List.of()
                            : List.of("IMMEDIATE has no days of its own: use DATE.");
            case "DATE" -> date(effectivity, proposal);
            // Whether a target takes these is for target-fit to say.
            case "SERIAL", "USE_UP" -> List.of();
            default ->
                    List.of(
                            "There is no effectivity %s: use DATE, SERIAL, USE_UP or IMMEDIATE."
                                    .formatted(effectivity.kind()));
        };
    }

    private List<String> date(Effectivity effectivity, Proposal proposal) {
        var reasons = new ArrayList<String>();
        var from = effectivity.fromDay();
        var to = effectivity.toDay();
        if (from == null) {
            reasons.add("DATE needs the day from which the change holds.");
        } else if (from.isBefore(proposal.today().minus(tolerance))) {
            reasons.add(
                    "It would hold from %s on: the earliest day that is taken is %s."
                            .formatted(from, proposal.today().minus(tolerance)));
        }
        if (from != null && to != null && to.isBefore(from)) {
            reasons.add("It would end on %s, before it begins.".formatted(to));
        } else if (to != null && to.isBefore(yesterday(proposal))) {
            reasons.add("It ended on %s: nothing would be made by it any more.".formatted(to));
        }
        Stream.of(from, to)
                .filter(day -> day != null && day.getYear() > LAST_YEAR)
                .forEach(day ->
                        reasons.add("No target keeps %s: 2999 is the last year.".formatted(day)));
        return reasons;
    }

    /// May still be today in a plant whose day is behind the gateway's.
    private static LocalDate yesterday(Proposal proposal) {
        return proposal.today().minusDays(1);
    }

    /// A deviation that ends lets an older revision hold again: only a day on which none does is
    /// named.
    private static void components(
            Proposal proposal, AffectedItem item, String plant, List<String> reasons) {
        var lines = proposal.newBom(item, plant).map(BomTransformation::lines).orElse(List.of());
        for (var line : lines) {
            var released =
                    proposal.revisions().of(line.componentId()).stream()
                            .filter(Revision::isReleased)
                            .toList();
            if (!released.isEmpty() && !proposal.releases(line.componentId())) {
                dayWithout(released, proposal, Optional.ofNullable(line.effectivity()))
                        .ifPresent(day ->
                                reasons.add(
                                        "%s uses %s, of which no revision holds on %s."
                                                .formatted(
                                                        item.itemId(), line.componentId(), day)));
            }
        }
    }

    /// The first day of the change, as far as the line holds on it, on which no revision does.
    private static Optional<LocalDate> dayWithout(
            List<Revision> revisions, Proposal proposal, Optional<Effectivity> line) {
        var day =
                line.map(Effectivity::fromDay)
                        .filter(from -> from.isAfter(proposal.start()))
                        .orElse(proposal.start());
        var ends =
                Stream.of(
                                Optional.ofNullable(proposal.change().effectivity().toDay()),
                                line.map(Effectivity::toDay))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.MAX);
        while (!day.isAfter(ends)) {
            var on = day;
            var last =
                    revisions.stream()
                            .filter(revision -> revision.holdsOn(on))
                            .map(EffectivityValidCheck::lastDay)
                            .max(Comparator.naturalOrder());
            if (last.isEmpty()) {
                return Optional.of(on);
            }
            if (!last.get().isBefore(ends)) {
                return Optional.empty();
            }
            day = last.get().plusDays(1);
        }
        return Optional.empty();
    }

    private static LocalDate lastDay(Revision revision) {
        return Optional.ofNullable(revision.effectiveTo()).orElse(LocalDate.MAX);
    }
}
