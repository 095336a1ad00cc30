package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Effectivity;
import dev.interlock.process.facts.Revision;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                    "It would hold from %s on, which is more than %s ago."
                            .formatted(from, tolerance));
        }
        if (from != null && to != null && to.isBefore(from)) {
            reasons.add("It would end on %s, before it begins.".formatted(to));
        }
        Stream.of(from, to)
                .filter(day -> day != null && day.getYear() > LAST_YEAR)
                .forEach(day ->
                        reasons.add("No target keeps %s: 2999 is the last year.".formatted(day)));
        return reasons;
    }

    private static void components(
            Proposal proposal, AffectedItem item, String plant, List<String> reasons) {
        proposal.newBom(item, plant).stream()
                .flatMap(bom -> bom.lines().stream())
                .map(Bom.Line::componentId)
                .distinct()
                .filter(component -> !proposal.releases(component))
                .forEach(component -> {
                    var released =
                            proposal.revisions().of(component).stream()
                                    .filter(Revision::isReleased)
                                    .toList();
                    if (!released.isEmpty()
                            && released.stream().noneMatch(r -> r.holdsOn(proposal.start()))) {
                        reasons.add(
                                "%s uses %s, of which no revision holds on %s."
                                        .formatted(item.itemId(), component, proposal.start()));
                    }
                });
    }
}
