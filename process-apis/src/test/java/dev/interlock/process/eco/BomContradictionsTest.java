package dev.interlock.process.eco;

import static dev.interlock.process.eco.TransformationTest.bom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a change says of a BOM and cannot mean.
class BomContradictionsTest {
    private static final Bom GEARBOX =
            Parts.bom(Parts.line(10, "HS-1200"), Parts.line(80, "SL-0450"));

    @Test
    void aLineThatGoesIsNotTakenOutTwiceNorChanged() {
        var changes =
                List.of(
                        bom(Action.REMOVE, "SL-0450", 80, null),
                        bom(Action.REMOVE, "SL-0450", 80, null),
                        bom(Action.CHANGE, "SL-0450", 80, "3"));

        assertThat(BomTransformation.of(GEARBOX, changes, BomContradictionsTest::rule).problems())
                .containsExactly(
                        "Position 80 of GB-4711 is removed more than once.",
                        "Position 80 of GB-4711 is removed and cannot be changed as well.");
    }

    @Test
    void aChangeOfALineSaysWhatChanges() {
        var nothing = List.of(bom(Action.CHANGE, "SL-0450", 80, null));
        var disposition =
                new BomChange(
                        Action.CHANGE,
                        "GB-4711",
                        "SL-0450",
                        80,
                        null,
                        null,
                        null,
                        Map.of("openPurchaseOrders", "REWORK"));

        assertThat(BomTransformation.of(GEARBOX, nothing, BomContradictionsTest::rule).problems())
                .containsExactly(
                        "Position 80 of GB-4711 is to be changed, but nothing says to what.");
        assertThat(
                        BomTransformation.of(
                                        GEARBOX, List.of(disposition), BomContradictionsTest::rule)
                                .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100,  99999999999999999",
        "100,  10000000000000000",
        "0.5,  0.000000001",
    })
    void aQuantityThatNobodyCanKeepForTheBaseIsNamed(String base, String quantity) {
        var old =
                new Bom(
                        "PRODUCTION",
                        "CERTIFIED",
                        Quantity.of(base, "EA"),
                        null,
                        List.of(Parts.line(80, "SL-0450")));
        var changes =
                List.of(
                        bom(Action.CHANGE, "SL-0450", 80, quantity),
                        bom(Action.ADD, "SL-0460", 90, quantity));

        assertThat(BomTransformation.of(old, changes, BomContradictionsTest::rule).problems())
                .containsExactly(
                        "Position 80 of GB-4711: %s EA for one are not to be kept for %s EA."
                                .formatted(quantity, base),
                        "Position 90 of GB-4711: %s EA for one are not to be kept for %s EA."
                                .formatted(quantity, base));
    }

    private static StructureRule rule(String component) {
        return new StructureRule("*", component, false, false, BigDecimal.ZERO);
    }
}
