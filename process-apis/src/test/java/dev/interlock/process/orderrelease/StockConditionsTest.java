package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.facts.Stock.Availability;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockConditionsTest {
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
