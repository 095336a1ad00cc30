package dev.interlock.system.reservation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What can still be promised of one item in one plant, day by day: usable stock, plus what comes
/// until then, less what is promised.
///
/// A promise for a day must not take from a later one: what is available on a day is the least that
/// is left on that day and every day after it. A promise overdue counts for today; a receipt
/// overdue is believed for tomorrow at the earliest.
public final class AvailableToPromise {
    private final LocalDate today;
    private final BigDecimal stock;
    private final NavigableMap<LocalDate, BigDecimal> receipts = new TreeMap<>();
    private final NavigableMap<LocalDate, BigDecimal> promises = new TreeMap<>();

    /// `confirmed` of what was asked for the day; all of it on `completeOn`, null when that day
    /// cannot be told.
    public record Promise(
            BigDecimal confirmed, @Nullable LocalDate completeOn, Availability.Source source) {}

    public AvailableToPromise(LocalDate today, BigDecimal stock) {
        this.today = today;
        this.stock = stock;
    }

    /// All that is promised, for whatever day.
    public BigDecimal promised() {
        return promises.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public void expect(BigDecimal quantity, LocalDate on) {
        receipts.merge(on.isBefore(today) ? today.plusDays(1) : on, quantity, BigDecimal::add);
    }

    public void take(BigDecimal quantity, LocalDate on) {
        promises.merge(latest(on, today), quantity, BigDecimal::add);
    }

    /// Promises nothing yet: who wants it takes it.
    public Promise promise(BigDecimal quantity, LocalDate on) {
        var day = latest(on, today);
        var available = available(day, receipts);
        var confirmed = available.max(BigDecimal.ZERO).min(quantity);
        var completeOn = completeOn(quantity, day);
        return new Promise(confirmed, completeOn, source(confirmed, completeOn, day));
    }

    /// Takes what is still missing of a promise whose confirmed part is taken, on the day it comes,
    /// and tells that day: nobody who asks later counts on the same receipt.
    public Promise takeRest(Promise promise, BigDecimal quantity, LocalDate on) {
        var missing = quantity.subtract(promise.confirmed());
        if (missing.signum() <= 0) {
            return promise;
        }
        var day = latest(on, today);
        var completeOn = completeOn(missing, day);
        if (completeOn != null) {
            take(missing, completeOn);
        }
        var source =
                completeOn == null && promise.confirmed().signum() == 0
                        ? Availability.Source.NONE
                        : promise.source();
        return new Promise(promise.confirmed(), completeOn, source);
    }

    private Availability.Source source(
            BigDecimal confirmed, @Nullable LocalDate completeOn, LocalDate day) {
        var fromStock = available(day, new TreeMap<>()).compareTo(confirmed) >= 0;
        if (confirmed.signum() > 0) {
            return fromStock ? Availability.Source.STOCK : Availability.Source.RECEIPT;
        }
        return completeOn == null ? Availability.Source.NONE : Availability.Source.RECEIPT;
    }

    private @Nullable LocalDate completeOn(BigDecimal quantity, LocalDate day) {
        if (available(day, receipts).compareTo(quantity) >= 0) {
            return day;
        }
        return receipts.tailMap(day, false).keySet().stream()
                .filter(later -> available(later, receipts).compareTo(quantity) >= 0)
                .findFirst()
                .orElse(null);
    }

    /// The least that is left on the day and on every day after it.
    private BigDecimal available(LocalDate day, NavigableMap<LocalDate, BigDecimal> counted) {
        var left =
                stock.add(sum(counted.headMap(day, true)))
                        .subtract(sum(promises.headMap(day, true)));
        var least = left;
        var changes = new TreeMap<LocalDate, BigDecimal>(counted.tailMap(day, false));
        promises.tailMap(day, false)
                .forEach((on, quantity) -> changes.merge(on, quantity.negate(), BigDecimal::add));
        for (var change : changes.values()) {
            left = left.add(change);
            least = least.min(left);
        }
        return least;
    }

    private static BigDecimal sum(NavigableMap<LocalDate, BigDecimal> quantities) {
        return quantities.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
