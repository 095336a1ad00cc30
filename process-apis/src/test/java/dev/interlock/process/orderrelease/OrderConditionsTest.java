package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Stock.Effects;
import dev.interlock.process.facts.Stock.Reservation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderConditionsTest {
    private static final Effects RELEASE = new Effects(false, true, false, false);

    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void aLockedOrderSaysWhatItWasLockedFor() {
        desk.flags.add("LOCKED");
        desk.lockReason = "ECO-1001";

        assertThat(barred().detail()).isEqualTo("The order is LOCKED: ECO-1001.");
        assertThat(barred().evidence()).containsEntry("lockReason", "ECO-1001");
    }

    @Test
    void aLockWithoutAReasonIsALockAllTheSame() {
        desk.flags.add("LOCKED");

        assertThat(barred().detail()).isEqualTo("The order is LOCKED.");
        assertThat(barred().evidence()).doesNotContainKey("lockReason");
    }

    /// The ERP would refuse each of them, after everything has been stored elsewhere.
    @ParameterizedTest
    @CsvSource({
        "ORDER, 100001",
        "ITEM, GB-4711",
        "ITEM, BR-6204",
        "LOT, BR-6204/L-1",
        "SUPPLIER, BOREALIS"
    })
    void aHoldForWhichErpReleasesNothingBars(String scope, String target) {
        desk.takes(10, "BR-6204", share("L-1", "5"));
        desk.lies("BR-6204", "L-1", "20", "BOREALIS");
        desk.held(scope, target, RELEASE);

        assertThat(barred().detail())
                .isEqualTo(
                        "Hold 1 on %s %s (Crack at the flange) keeps it from being released."
                                .formatted(scope.toLowerCase(Locale.ROOT), target));
        assertThat(barred().evidence()).containsEntry("holds", List.of("1"));
    }

    @Test
    void aHoldOnASupplierOfWhichNoLotIsTakenBarsNothing() {
        desk.takes(10, "BR-6204");
        desk.suppliers.add(new ItemSupplier("ACME", "X-1", true, "APPROVED"));
        desk.held("SUPPLIER", "ACME", RELEASE);

        assertThat(OrderConditions.orderStatus(desk.question())).isInstanceOf(Passed.class);
    }

    @Test
    void aReservationThatIsOpenIsToBeCancelledFirst() {
        desk.reservation = new Reservation("5");

        assertThat(barred().detail())
                .contains("Reservation 5 of the order is open")
                .contains("/system/v1/reservations/5/cancellations");
        assertThat(barred().evidence()).containsEntry("reservationId", "5");
    }

    @Test
    void whatAReleasedOrderHasReservedIsItsOwn() {
        desk.lifecycle = "RELEASED";
        desk.reservation = new Reservation("5");

        assertThat(barred().detail()).doesNotContain("Reservation");
    }

    private Barred barred() {
        var result = OrderConditions.orderStatus(desk.question());
        assertThat(result).isInstanceOf(Barred.class);
        return (Barred) result;
    }
}
