package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static dev.interlock.process.orderrelease.OnTheDesk.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result.Barred;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Purchasing.ItemSupplier;
import dev.interlock.process.facts.Stock.Availability;
import dev.interlock.process.facts.Stock.Effects;
import dev.interlock.process.facts.Stock.PromisedLot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockConditionsTest {
    private static final Effects CONSUME = new Effects(true, false, false, false);

    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void whatIsMissingNamesTheDayOnWhichAllOfItIsThere() {
        desk.availability.add(missing(MONDAY.plusDays(21), "0"));

        assertThat(failed().detail())
                .isEqualTo(
                        "25 EA of SG-2300 are missing on 2026-03-02; all of it is there on"
                                + " 2026-03-23.");
        assertThat(failed().evidence()).containsEntry("totalCommitmentDate", MONDAY.plusDays(21));
    }

    @Test
    void withoutSuchADayNobodySaysThatNothingIsPlanned() {
        desk.availability.add(missing(null, "0"));

        assertThat(failed().detail())
                .isEqualTo(
                        "25 EA of SG-2300 are missing on 2026-03-02; the planned receipts do not"
                                + " cover it.");
        assertThat(failed().evidence()).doesNotContainKey("totalCommitmentDate");
    }

    @Test
    void whatLiesInInspectionIsNamedAndNotCounted() {
        var line = missing(MONDAY.plusDays(21), "30");
        desk.availability.add(line);

        assertThat(failed().detail())
                .isEqualTo(
                        "25 EA of SG-2300 are missing on 2026-03-02; all of it is there on"
                                + " 2026-03-23; 30 EA in inspection are not counted.");
        assertThat(failed().evidence()).containsEntry("missingParts", List.of(line));
    }

    @Test
    void aLotIsTakenByAllPositionsTogether() {
        desk.takes(10, "BR-6204", share("L-1", "5"));
        desk.takes(20, "BR-6204", share("L-1", "5"));
        desk.lies("BR-6204", "L-1", "8", null);

        var failed = (Failed) StockConditions.stockUsable(desk.question());

        assertThat(failed.detail())
                .isEqualTo("Positions 10, 20, BR-6204: lot L-1 has 8 of 10 EA usable.");
        assertThat(failed.evidence())
                .extracting("lots")
                .asInstanceOf(LIST)
                .containsExactly(
                        new AssignedLot.Lacking(
                                "BR-6204",
                                "L-1",
                                List.of(10, 20),
                                Quantity.of("10", "EA"),
                                Quantity.of("8", "EA"),
                                Map.of()));
    }

    @Test
    void aLotThatCoversAllPositionsIsEnough() {
        desk.takes(10, "BR-6204", share("L-1", "5"));
        desk.takes(20, "BR-6204", share("L-1", "5"));
        desk.lies("BR-6204", "L-1", "10", null);

        assertThat(StockConditions.stockUsable(desk.question())).isInstanceOf(Passed.class);
    }

    @Test
    void aLotThatOthersHaveReservedWithBarsTheOrder() {
        desk.takes(10, "BR-6204", share("L-1", "5"));
        desk.lies("BR-6204", "L-1", "10", null);
        var five = Quantity.of("5", "EA");
        var lot =
                new PromisedLot(
                        10,
                        "BR-6204",
                        "L-1",
                        five,
                        Quantity.of("10", "EA"),
                        Quantity.of("8", "EA"),
                        List.of("100007"));
        desk.promisedLots.add(lot);

        var barred = (Barred) StockConditions.stockUsable(desk.question());

        assertThat(barred.detail())
                .isEqualTo(
                        "Position 10, BR-6204: of lot L-1 5 EA are needed and 10 there, of which 8"
                            + " are promised to order 100007: assign another lot, or give the other"
                            + " reservation back.");
        assertThat(barred.evidence()).containsEntry("promisedLots", List.of(lot));
    }

    @ParameterizedTest
    @CsvSource({"BOREALIS, false", "ACME, true"})
    void aHoldOnASupplierIsOnTheLotsItHasSent(String held, boolean usable) {
        desk.takes(10, "BR-6204", share("L-1", "5"));
        desk.lies("BR-6204", "L-1", "10", "BOREALIS");
        desk.suppliers.add(new ItemSupplier("ACME", "X-1", true, "APPROVED"));
        desk.held("SUPPLIER", held, CONSUME);

        assertThat(StockConditions.stockUsable(desk.question()) instanceof Passed)
                .isEqualTo(usable);
    }

    @Test
    void whereNoLotIsAssignedThePreferredSupplierIsMeant() {
        desk.takes(10, "BR-6204");
        desk.suppliers.add(new ItemSupplier("ACME", "X-1", true, "APPROVED"));
        desk.held("SUPPLIER", "ACME", CONSUME);

        assertThat(((Failed) StockConditions.stockUsable(desk.question())).detail())
                .isEqualTo("Position 10, BR-6204: Hold 1 on supplier ACME (Crack at the flange).");
    }

    private static Availability missing(@Nullable LocalDate confirmedOn, String inInspection) {
        return new Availability(
                "SG-2300",
                Quantity.of("40", "EA"),
                MONDAY,
                Quantity.of("15", "EA"),
                confirmedOn,
                Quantity.of("25", "EA"),
                "STOCK",
                Quantity.of(inInspection, "EA"));
    }

    private Failed failed() {
        var result = StockConditions.materialAvailable(desk.question());
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }
}
