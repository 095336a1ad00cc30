package dev.interlock.process.facts;

import dev.interlock.platform.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the inventory API says of stock: balances, holds and availability to promise.
public final class Stock {
    private Stock() {}

    /// `supplierId` is whose the lot is.
    public record Balance(
            String itemId,
            String plant,
            String location,
            @Nullable String lot,
            String stockType,
            Quantity quantity,
            @Nullable String supplierId) {}

    public record Hold(
            String holdId,
            String scope,
            String target,
            String reason,
            Effects effects,
            String status) {}

    /// What an order has been promised.
    public record Reservation(String reservationId) {}

    public record Effects(boolean consume, boolean release, boolean ship, boolean pay) {}

    /// `inInspection` is not counted: it says what the release of inspection stock would cover.
    public record Availability(
            String itemId,
            Quantity requiredQuantity,
            LocalDate requiredOn,
            Quantity confirmedQuantity,
            @Nullable LocalDate confirmedOn,
            Quantity shortage,
            String source,
            @Nullable Quantity inInspection) {}

    /// A lot of an order's that is not enough for it, since other `orders` have reserved with it.
    public record PromisedLot(
            int position,
            String itemId,
            String lot,
            Quantity needed,
            Quantity there,
            Quantity promised,
            List<String> orders) {}

    public record AvailabilityAnswer(List<Availability> lines) {}
}
