package dev.interlock.process.eco;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Carries a change's BOM lines over into a production BOM, which keeps what production alone
/// knows: scrap, backflush, operations, alternatives.
record BomTransformation(List<Bom.Line> lines, List<String> problems) {
    BomTransformation {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /// `rules` says what production makes of a line that engineering adds.
    static BomTransformation of(
            Bom old, List<BomChange> changes, Function<String, StructureRule> rules) {
        var lines = new TreeMap<Integer, Bom.Line>();
        old.lines().forEach(line -> lines.put(line.position(), line));
        var problems = new ArrayList<String>();
        // what goes makes room for what comes, in whatever order the change lists them
        var ordered = new ArrayList<>(changes);
        ordered.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        var changed = new HashSet<Integer>();
        for (var change : ordered) {
            // the last of two would silently win
            if (change.action() == Action.CHANGE && !changed.add(change.position())) {
                problems.add(at(change) + " is changed more than once.");
            } else {
                apply(change, lines, rules, problems);
            }
        }
        return new BomTransformation(List.copyOf(lines.values()), problems);
    }

    private static int rank(BomChange change) {
        return switch (change.action()) {
            case REMOVE -> 0;
            case CHANGE -> 1;
            case ADD -> 2;
        };
    }

    private static void apply(
            BomChange change,
            TreeMap<Integer, Bom.Line> lines,
            Function<String, StructureRule> rules,
            List<String> problems) {
        var at = at(change);
        var stands = lines.get(change.position());
        switch (change.action()) {
            case REMOVE -> {
                if (stands == null || !stands.componentId().equals(change.componentId())) {
                    problems.add(
                            at
                                    + " does not hold "
                                    + change.componentId()
                                    + ", which is to be removed.");
                } else {
                    mistaken(change, stands).ifPresent(problems::add);
                    lines.remove(change.position());
                }
            }
            case CHANGE -> {
                if (stands == null || !stands.componentId().equals(change.componentId())) {
                    problems.add(
                            at
                                    + " does not hold "
                                    + change.componentId()
                                    + ", which is to be changed.");
                } else if (change.newQuantity() != null && !change.newQuantity().isPositive()) {
                    problems.add(at + ": the new quantity must be more than zero.");
                } else {
                    mistaken(change, stands).ifPresent(problems::add);
                    lines.put(change.position(), changed(stands, change));
                }
            }
            case ADD -> {
                if (stands != null) {
                    problems.add(at + " is taken by " + stands.componentId() + ".");
                } else if (isMissing(change)) {
                    problems.add(at + ": the quantity must be more than zero.");
                } else {
                    lines.put(change.position(), added(change, rules.apply(change.componentId())));
                }
            }
        }
    }

    private static String at(BomChange change) {
        return "Position " + change.position() + " of " + change.parentId();
    }

    /// A change that is made of another quantity than the one that stands was made of another BOM.
    private static Optional<String> mistaken(BomChange change, Bom.Line stands) {
        var old = change.oldQuantity();
        var is = stands.quantity();
        return old == null
                        || (old.unit().equals(is.unit()) && old.value().compareTo(is.value()) == 0)
                ? Optional.empty()
                : Optional.of(
                        "%s holds %s of %s, not %s."
                                .formatted(at(change), text(is), stands.componentId(), text(old)));
    }

    private static String text(Quantity quantity) {
        return quantity.value().toPlainString() + " " + quantity.unit();
    }

    private static boolean isMissing(BomChange change) {
        return change.newQuantity() == null || !change.newQuantity().isPositive();
    }

    private static Bom.Line changed(Bom.Line old, BomChange change) {
        var quantity = change.newQuantity() == null ? old.quantity() : change.newQuantity();
        var operation = change.operation() == null ? old.operation() : change.operation();
        return new Bom.Line(
                old.position(),
                old.componentId(),
                quantity,
                old.scrapPercent(),
                old.phantom(),
                old.backflush(),
                operation,
                old.effectivity(),
                old.alternativeGroup());
    }

    private static Bom.Line added(BomChange change, StructureRule rule) {
        var quantity = Objects.requireNonNull(change.newQuantity());
        return new Bom.Line(
                change.position(),
                change.componentId(),
                quantity,
                rule.scrapPercent().toPlainString(),
                rule.phantom(),
                rule.backflush(),
                change.operation(),
                null,
                null);
    }
}
