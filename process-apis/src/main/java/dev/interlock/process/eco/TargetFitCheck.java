package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import dev.interlock.process.facts.Item;
import dev.interlock.process.policy.PolicyRow.TargetProfile;
import dev.interlock.process.policy.TargetProfiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a target cannot take is said when the change is submitted, not when it is sent: ids,
/// descriptions, units, revisions, plant extensions and kinds of effectivity, as the target's
/// profile has them, how much it takes at once, and whether the plant has such a target at all.
class TargetFitCheck implements Check<Proposal> {
    /// The most that every target takes of one revision, and reads of one request.
    private static final int MOST_ATTRIBUTES = 200;

    private static final int MOST_LINES = 10_000;
    private static final int MOST_OPERATIONS = 500;
    private static final int MOST_BYTES = 1 << 20;

    private final TargetProfiles profiles;

    TargetFitCheck(TargetProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String code() {
        return "target-fit";
    }

    @Override
    public String title() {
        return "Every target can take the change";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var standing = profiles.standing();
        var reasons = new LinkedHashSet<String>();
        for (var item : proposal.change().items()) {
            size(
                    "Revision %s of %s".formatted(item.toRevision(), item.itemId()),
                    "attributes",
                    proposal.attributes(item).size(),
                    MOST_ATTRIBUTES,
                    reasons);
            for (var plant : item.plants()) {
                served(proposal, item, plant, reasons);
                sizes(proposal, item, plant, reasons);
                for (var target : TargetProfiles.ASKED) {
                    standing.of(target, plant)
                            .ifPresent(profile -> judge(proposal, item, plant, profile, reasons));
                }
            }
        }
        PropagationPlan.of(proposal, List.of(), List.of())
                .forEach(step ->
                        size(step.name(), "bytes", step.body().length, MOST_BYTES, reasons));
        return Result.of(
                "Every target can take the change.",
                List.copyOf(reasons),
                Map.of("misfits", List.copyOf(reasons)));
    }

    private static void sizes(
            Proposal proposal, AffectedItem item, String plant, Set<String> reasons) {
        var in = " %s in plant %s".formatted(item.itemId(), plant);
        proposal.newBom(item, plant)
                .ifPresent(bom ->
                        size("The BOM of" + in, "lines", bom.lines().size(), MOST_LINES, reasons));
        proposal.newRouting(item, plant)
                .ifPresent(routing ->
                        size(
                                "The routing of" + in,
                                "operations",
                                routing.operations().size(),
                                MOST_OPERATIONS,
                                reasons));
    }

    private static void size(String what, String parts, int number, int most, Set<String> reasons) {
        if (number > most) {
            reasons.add(
                    "%s would have %d %s, more than the %d that every target takes: make it smaller."
                            .formatted(what, number, parts, most));
        }
    }

    /// Whoever has to hear of the new revision in the plant is there.
    private static void served(
            Proposal proposal, AffectedItem item, String plant, Set<String> reasons) {
        var systems = proposal.systems().of(plant);
        if (systems.isEmpty()) {
            reasons.add("ERP does not know plant %s.".formatted(plant));
            return;
        }
        var isMade =
                proposal.oldBom(item, plant).isPresent()
                        || proposal.oldRouting(item, plant).isPresent();
        if (isMade && !systems.get().contains("MES")) {
            reasons.add(unserved(item, plant, "MES", "structure"));
        }
        if (!proposal.inspections(item, plant).isEmpty() && !systems.get().contains("QMS")) {
            reasons.add(unserved(item, plant, "QMS", "inspection plan"));
        }
    }

    private static String unserved(AffectedItem item, String plant, String system, String what) {
        return "Plant %s has no %s to take the %s of %s: leave the plant out until one is connected."
                .formatted(plant, system, what, item.itemId());
    }

    private static void judge(
            Proposal proposal,
            AffectedItem item,
            String plant,
            TargetProfile profile,
            Set<String> reasons) {
        var target = profile.target();
        var kind = proposal.change().effectivity().kind();
        if (!takes(profile.effectivityKinds(), kind)) {
            reasons.add("%s takes no effectivity %s.".formatted(target, kind));
        }
        if (!matches(profile.revisionPattern(), item.toRevision())) {
            reasons.add(
                    "%s takes no revision %s of %s."
                            .formatted(target, item.toRevision(), item.itemId()));
        }
        var lines = proposal.newBom(item, plant).map(BomTransformation::lines).orElse(List.of());
        var names = new ArrayList<>(List.of(item.itemId()));
        for (var line : lines) {
            names.add(line.componentId());
            var unit = line.quantity().unit();
            if (!takes(profile.units(), unit)) {
                reasons.add(
                        "%s does not know the unit %s in which position %d of %s counts %s."
                                .formatted(
                                        target,
                                        unit,
                                        line.position(),
                                        item.itemId(),
                                        line.componentId()));
            }
        }
        names.stream()
                .distinct()
                .forEach(name -> {
                    if (!matches(profile.idPattern(), name)) {
                        reasons.add("%s takes no item number %s.".formatted(target, name));
                    }
                    proposal.items()
                            .of(name)
                            .ifPresent(known -> judge(known, plant, profile, reasons));
                });
    }

    private static void judge(
            Item known, String plant, TargetProfile profile, Set<String> reasons) {
        var target = profile.target();
        var longest = profile.maxDescriptionLength();
        if (longest != null && known.description().length() > longest) {
            reasons.add(
                    "%s takes descriptions of %d characters, that of %s has %d."
                            .formatted(
                                    target, longest, known.itemId(), known.description().length()));
        }
        if (!takes(profile.units(), known.baseUnit())) {
            reasons.add(
                    "%s does not know the unit %s of %s."
                            .formatted(target, known.baseUnit(), known.itemId()));
        }
        if (profile.needsPlantExtension() && known.inPlant(plant).isEmpty()) {
            reasons.add(
                    "%s has no data of plant %s for %s.".formatted(target, plant, known.itemId()));
        }
    }

    private static boolean takes(@Nullable String codes, String code) {
        return codes == null || Set.of(codes.split(" ", -1)).contains(code);
    }

    private static boolean matches(@Nullable String pattern, String text) {
        return pattern == null || text.matches(pattern);
    }
}
