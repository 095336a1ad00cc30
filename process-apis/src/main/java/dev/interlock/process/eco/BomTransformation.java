package dev.interlock.process.eco;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries a change's BOM lines over into a production BOM, which keeps what production alone
/// knows: scrap, backflush, operations, alternatives. Engineering counts what goes into one piece,
/// production what goes into its base quantity.
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
        var named = new EachPlace();
        for (var change : ordered) {
            named.contradiction(change.action(), change.position())
                    .map(what -> at(change) + what)
                    .or(() -> apply(change, old, lines, rules))
                    .ifPresent(problems::add);
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

    /// Says what stands against it.
    private static Optional<String> apply(
            BomChange change,
            Bom old,
            TreeMap<Integer, Bom.Line> lines,
            Function<String, StructureRule> rules) {
        var stands = Optional.ofNullable(lines.get(change.position()));
        var named = stands.filter(line -> line.componentId().equals(change.componentId()));
        return switch (change.action()) {
            case REMOVE -> {
                if (named.isEmpty()) {
                    yield problem(change, " does not hold %s, which is to be removed.");
                }
                lines.remove(change.position());
                yield mistaken(change, old, named.get());
            }
            case CHANGE -> {
                if (named.isEmpty()) {
                    yield problem(change, " does not hold %s, which is to be changed.");
                }
                if (saysNothing(change)) {
                    yield problem(change, " is to be changed, but nothing says to what.");
                }
                if (change.newQuantity() != null && !change.newQuantity().isPositive()) {
                    yield problem(change, ": the new quantity must be more than zero.");
                }
                if (change.newQuantity() != null && !old.canHold(change.newQuantity())) {
                    yield unkept(change, old, change.newQuantity());
                }
                lines.put(change.position(), changed(change, old, named.get()));
                yield mistaken(change, old, named.get());
            }
            case ADD -> {
                if (stands.isPresent()) {
                    yield problem(change, " is taken by " + stands.get().componentId() + ".");
                }
                if (isMissing(change)) {
                    yield problem(change, ": the quantity must be more than zero.");
                }
                var quantity = Objects.requireNonNull(change.newQuantity());
                if (!old.canHold(quantity)) {
                    yield unkept(change, old, quantity);
                }
                lines.put(change.position(), added(change, old, rules.apply(change.componentId())));
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> unkept(BomChange change, Bom old, Quantity quantity) {
        return Optional.of(
                "%s: %s for one are not to be kept for %s."
                        .formatted(at(change), text(quantity), text(old.baseQuantity())));
    }

    private static Optional<String> problem(BomChange change, String what) {
        return Optional.of(at(change) + what.formatted(change.componentId()));
    }

    private static String at(BomChange change) {
        return "Position " + change.position() + " of " + change.parentId();
    }

    /// A change that is made of another quantity than the one that stands was made of another BOM.
    private static Optional<String> mistaken(BomChange change, Bom old, Bom.Line stands) {
        if (change.oldQuantity() == null) {
            return Optional.empty();
        }
        var base = old.baseQuantity();
        var said = old.ofBase(change.oldQuantity());
        var is = stands.quantity();
        return said.unit().equals(is.unit()) && said.value().compareTo(is.value()) == 0
                ? Optional.empty()
                : Optional.of(
                        "%s holds %s of %s%s, not %s."
                                .formatted(
                                        at(change),
                                        text(is),
                                        stands.componentId(),
                                        base.value().compareTo(BigDecimal.ONE) == 0
                                                ? ""
                                                : " for " + text(base),
                                        text(said)));
    }

    private static String text(Quantity quantity) {
        return quantity.value().toPlainString() + " " + quantity.unit();
    }

    /// What becomes of the stock alone is for those who have it.
    private static boolean saysNothing(BomChange change) {
        return change.newQuantity() == null
                && change.operation() == null
                && change.disposition() == null;
    }

    private static boolean isMissing(BomChange change) {
        return change.newQuantity() == null || !change.newQuantity().isPositive();
    }

    private static Bom.Line changed(BomChange change, Bom old, Bom.Line line) {
        var quantity =
                change.newQuantity() == null ? line.quantity() : old.ofBase(change.newQuantity());
        var operation = change.operation() == null ? line.operation() : change.operation();
        return new Bom.Line(
                line.position(),
                line.componentId(),
                quantity,
                line.scrapPercent(),
                line.phantom(),
                line.backflush(),
                operation,
                line.effectivity(),
                line.alternativeGroup());
    }

    /// What takes the place of an alternative is one.
    private static @Nullable String groupAt(Bom old, int position) {
        return old.lines().stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .map(Bom.Line::alternativeGroup)
                .orElse(null);
    }

    private static Bom.Line added(BomChange change, Bom old, StructureRule rule) {
        return new Bom.Line(
                change.position(),
                change.componentId(),
                old.ofBase(Objects.requireNonNull(change.newQuantity())),
                rule.scrapPercent().toPlainString(),
                rule.phantom(),
                rule.backflush(),
                change.operation(),
                null,
                groupAt(old, change.position()));
    }
}
