package dev.interlock.process.orderrelease;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.PromisedLot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the material is there, and may be taken.
final class StockConditions {
    private static final String USABLE =
            "Nothing that is planned is held, in inspection, blocked or promised to others.";

    private StockConditions() {}

    /// Every missing part at once, and the day on which all of them would be there.
    static Result materialAvailable(Question question) {
        var lacking =
                question.availability().of(question.order()).stream()
                        .filter(line -> line.shortage().isPositive())
                        .toList();
        var reasons = lacking.stream().map(StockConditions::missing).toList();
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("missingParts", lacking);
        commitment(lacking).ifPresent(day -> evidence.put("totalCommitmentDate", day));
        return Result.of("Every component is available on its day.", reasons, evidence);
    }

    /// No day is told where receipts are planned that are not enough, as where none are.
    private static String missing(Availability line) {
        var promise =
                line.confirmedOn() == null
                        ? "the planned receipts do not cover it"
                        : "all of it is there on " + line.confirmedOn();
        return "%s %s of %s are missing on %s; %s%s."
                .formatted(
                        line.shortage().value().toPlainString(),
                        line.shortage().unit(),
                        line.itemId(),
                        line.requiredOn(),
                        promise,
                        inspected(line.inInspection()));
    }

    private static String inspected(@Nullable Quantity stock) {
        return stock == null || !stock.isPositive()
                ? ""
                : "; %s %s in inspection are not counted"
                        .formatted(stock.value().toPlainString(), stock.unit());
    }

    private static Optional<LocalDate> commitment(List<Availability> lines) {
        return lines.stream().anyMatch(line -> line.confirmedOn() == null)
                ? Optional.empty()
                : lines.stream()
                        .map(Availability::confirmedOn)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo);
    }

    static Result stockUsable(Question question) {
        var reasons = new ArrayList<String>();
        var held = held(question, reasons);
        var lacking = new ArrayList<AssignedLot.Lacking>();
        for (var lot : AssignedLot.of(question.order())) {
            lot.lacking(question.balances().of(lot.itemId()))
                    .ifPresent(lack -> {
                        lacking.add(lack);
                        reasons.add(lack.reason());
                    });
        }
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("holds", held);
        evidence.put("lots", List.copyOf(lacking));
        var promised = question.surroundings().promisedLots();
        if (promised.isEmpty()) {
            return Result.of(USABLE, reasons, evidence);
        }
        promised.forEach(lot -> reasons.add(promised(lot)));
        evidence.put("promisedLots", promised);
        return Result.barredBy(reasons, USABLE, evidence);
    }

    /// The reservation is refused for it, whatever is accepted.
    private static String promised(PromisedLot lot) {
        return "Position %d, %s: of lot %s %s %s are needed and %s there, of which %s are promised to order %s: assign another lot, or give the other reservation back."
                .formatted(
                        lot.position(),
                        lot.itemId(),
                        lot.lot(),
                        lot.needed().value().toPlainString(),
                        lot.needed().unit(),
                        lot.there().value().toPlainString(),
                        lot.promised().value().toPlainString(),
                        String.join(", ", lot.orders()));
    }

    /// The holds that keep a component from being consumed.
    private static List<String> held(Question question, List<String> reasons) {
        var held = new LinkedHashSet<String>();
        for (var component : question.order().components()) {
            for (var hold : question.activeHolds()) {
                if (hold.effects().consume() && OrderHolds.covers(question, hold, component)) {
                    held.add(hold.holdId());
                    reasons.add(
                            "Position %d, %s: %s."
                                    .formatted(
                                            component.position(),
                                            component.itemId(),
                                            OrderHolds.named(hold)));
                }
            }
        }
        return List.copyOf(held);
    }
}
