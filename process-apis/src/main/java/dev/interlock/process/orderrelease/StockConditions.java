package dev.interlock.process.orderrelease;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result;
import dev.interlock.process.facts.ProductionOrder.Component;
import dev.interlock.process.facts.ProductionOrder.LotShare;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.Hold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the material is there, and may be taken.
final class StockConditions {
    private static final String UNRESTRICTED = "UNRESTRICTED";

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
        var consuming =
                question.activeHolds().stream().filter(hold -> hold.effects().consume()).toList();
        var reasons = new ArrayList<String>();
        var held = new ArrayList<String>();
        for (var component : question.order().components()) {
            for (var hold : consuming) {
                if (covers(question, hold, component)) {
                    held.add(hold.holdId());
                    reasons.add(
                            "Position %d, %s: hold %s on %s %s (%s)."
                                    .formatted(
                                            component.position(),
                                            component.itemId(),
                                            hold.holdId(),
                                            hold.scope().toLowerCase(Locale.ROOT),
                                            hold.target(),
                                            hold.reason()));
                }
            }
            component.lots().forEach(share -> usableLot(question, component, share, reasons));
        }
        return Result.of(
                "Nothing that is planned is held, in inspection or blocked.",
                reasons,
                Map.of("holds", held.stream().distinct().toList()));
    }

    private static boolean covers(Question question, Hold hold, Component component) {
        return switch (hold.scope()) {
            case "ITEM" -> hold.target().equals(component.itemId());
            case "LOT" ->
                    component.lots().stream()
                            .anyMatch(share ->
                                    hold.target().equals(component.itemId() + "/" + share.lot()));
            case "SUPPLIER" ->
                    question.suppliers().of(component.itemId()).stream()
                            .filter(ItemSupplier::preferred)
                            .anyMatch(supplier -> supplier.supplierId().equals(hold.target()));
            default -> false;
        };
    }

    private static void usableLot(
            Question question, Component component, LotShare share, List<String> reasons) {
        var balances =
                question.balances().of(component.itemId()).stream()
                        .filter(balance -> share.lot().equals(balance.lot()))
                        .toList();
        var usable =
                balances.stream()
                        .filter(balance -> balance.stockType().equals(UNRESTRICTED))
                        .map(balance -> balance.quantity().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (usable.compareTo(share.quantity().value()) < 0) {
            var elsewhere =
                    balances.stream()
                            .filter(balance ->
                                    !balance.stockType().equals(UNRESTRICTED)
                                            && balance.quantity().isPositive())
                            .map(balance ->
                                    balance.quantity().value().toPlainString()
                                            + " in "
                                            + balance.stockType())
                            .toList();
            reasons.add(
                    "Position %d, %s: lot %s has %s of %s usable%s."
                            .formatted(
                                    component.position(),
                                    component.itemId(),
                                    share.lot(),
                                    usable.toPlainString(),
                                    share.quantity().value().toPlainString(),
                                    elsewhere.isEmpty()
                                            ? ""
                                            : " (" + String.join(", ", elsewhere) + ")"));
        }
    }
}
