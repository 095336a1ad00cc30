package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.item;
import static dev.interlock.process.orderrelease.OnTheDesk.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Item.ItemPlant;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Stock.Effects;
import dev.interlock.process.facts.Stock.Reservation;
import java.time.Period;
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

    @ParameterizedTest
    @CsvSource({"5, true", "2.5, true", "4, false", "10, false"})
    void aQuantityIsAMultipleOfWhatThePlantMakes(String multiple, boolean fits) {
        desk.items.put(
                "GB-4711",
                item(
                        "GB-4711",
                        "ACTIVE",
                        new ItemPlant("1000", null, null, Quantity.of(multiple, "EA"), null)));

        var result = OrderConditions.quantityAndDates(desk.question(), Period.ofDays(30));

        assertThat(result instanceof Passed).isEqualTo(fits);
    }

    @Test
    void eachPositionThatLacksALotIsNamed() {
        desk.items.put("BR-6204", item("BR-6204", "ACTIVE"));
        desk.takes(10, "BR-6204");
        desk.takes(20, "BR-6204", share("L-1", "2"));

        assertThat(OrderConditions.batchAssigned(desk.question()))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.evidence())
                                        .containsEntry("components", List.copyOf(desk.components)));
    }

    private Barred barred() {
        var result = OrderConditions.orderStatus(desk.question());
        assertThat(result).isInstanceOf(Barred.class);
        return (Barred) result;
    }
}
