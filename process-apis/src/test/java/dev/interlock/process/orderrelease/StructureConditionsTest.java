package dev.interlock.process.orderrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.check.Result.Failed;
import dev.interlock.process.check.Result.Passed;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.facts.Item;
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

        assertThat(StructureConditions.bomValid(desk.question())).isInstanceOf(Passed.class);
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
        return new Bom("PRODUCTION", "CERTIFIED", Quantity.of("1", "EA"), null, List.of(line));
    }
}
