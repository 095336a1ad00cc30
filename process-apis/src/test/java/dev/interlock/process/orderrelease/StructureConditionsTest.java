package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
import dev.interlock.process.facts.Routing;
import dev.interlock.process.facts.WorkCenter;
import dev.interlock.process.facts.WorkCenter.Validity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StructureConditionsTest {
    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void aComponentInAUnitThatCannotBeConvertedIsNamed() {
        desk.items.put("OL-0075", oil());
        desk.bom = bom("LTR");

        var result = StructureConditions.bomValid(desk.question());

        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.detail())
                                        .contains("Position 10, OL-0075")
                                        .contains("LTR cannot be converted into KGM"));
    }

    @Test
    void aComponentInAUnitThatCanBeConvertedIsFine() {
        desk.items.put("OL-0075", oil());
        desk.convertibleUnits.put("OL-0075", List.of("LTR"));
        desk.bom = bom("LTR");
        desk.takes(10, "OL-0075");

        assertThat(StructureConditions.bomValid(desk.question())).isInstanceOf(Passed.class);
    }

    /// It was created before its item had a structure, and would be built of nothing.
    @Test
    void anOrderWithoutTheComponentsOfItsBomIsNotReleased() {
        desk.items.put("OL-0075", oil());
        desk.bom = bom("KGM");

        assertThat(((Failed) StructureConditions.bomValid(desk.question())).detail())
                .isEqualTo(
                        "The order was made without the components of its BOM: a revision change"
                                + " (revision-changes) to its own revision copies the structure"
                                + " anew.");
    }

    @Test
    void aBomThatIsNotCertifiedShowsWhatItIs() {
        desk.items.put("OL-0075", oil());
        desk.takes(10, "OL-0075");
        desk.bom = bom("KGM", "DRAFT");

        assertThat(((Failed) StructureConditions.bomValid(desk.question())).evidence())
                .containsEntry("status", "DRAFT");
    }

    @Test
    void anOrderWithoutOperationsIsNotReleased() {
        desk.operations.clear();
        desk.routing =
                new Routing(
                        "CERTIFIED",
                        null,
                        null,
                        null,
                        List.of(
                                new Routing.Operation(
                                        10,
                                        "ASSY-1",
                                        "Fit",
                                        Duration.ZERO,
                                        Duration.ofMinutes(2),
                                        false,
                                        null)));

        assertThat(((Failed) StructureConditions.routingValid(desk.question())).detail())
                .startsWith("The order was made without the operations of a routing: ");
    }

    @Test
    void aWorkCenterIsAskedForTheDayOnWhichItsOperationBegins() {
        center("ASSY-1", MONDAY);
        center("TEST-1", MONDAY);

        assertThat(((Failed) StructureConditions.workCenterReady(desk.question())).detail())
                .isEqualTo("Work center TEST-1 is not valid on 2026-03-03.");
    }

    private void center(String id, LocalDate until) {
        desk.workCenters.put(id, new WorkCenter("1000", id, "ACTIVE", new Validity(null, until)));
    }

    private static Item oil() {
        @Nullable String noRevision = null;
        return new Item(
                "OL-0075",
                "Gear oil",
                "RAW_MATERIAL",
                "KGM",
                "BUY",
                noRevision,
                "ACTIVE",
                false,
                List.of());
    }

    private static Bom bom(String unit) {
        return bom(unit, "CERTIFIED");
    }

    private static Bom bom(String unit, String status) {
        var line =
                new Bom.Line(
                        10,
                        "OL-0075",
                        Quantity.of("0.5", unit),
                        null,
                        false,
                        false,
                        10,
                        null,
                        null);
        return new Bom("PRODUCTION", status, Quantity.of("1", "EA"), null, List.of(line));
    }
}
