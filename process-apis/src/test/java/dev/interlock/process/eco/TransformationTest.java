package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.BomChange;
import dev.interlock.process.facts.Bom;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformationTest {
    private static final Bom GEARBOX =
            new Bom(
                    "PRODUCTION",
                    "CERTIFIED",
                    Quantity.of("1", "EA"),
                    null,
                    List.of(line(10, "HS-1200", "1"), line(80, "SL-0450", "2")));

    @Test
    void oneSealGivesWayToAnotherAtTheSamePosition() {
        var changes =
                List.of(
                        bom(Action.ADD, "SL-0460", 80, "2"),
                        bom(Action.REMOVE, "SL-0450", 80, null));

        var result = BomTransformation.of(GEARBOX, changes, TransformationTest::rule);

        assertThat(result.problems()).isEmpty();
        assertThat(result.lines())
                .extracting(Bom.Line::componentId)
                .containsExactly("HS-1200", "SL-0460");
    }

    @Test
    void whatEngineeringAddsBecomesWhatProductionsRulesSay() {
        var changes =
                List.of(bom(Action.ADD, "OL-0075", 90, "0.5"), bom(Action.ADD, "SL-0460", 85, "2"));

        var lines = BomTransformation.of(GEARBOX, changes, TransformationTest::rule).lines();

        assertThat(lines.getLast().backflush()).isTrue();
        assertThat(lines.getLast().scrapPercent()).isEqualTo("1.5");
        assertThat(lines.get(2).backflush()).isFalse();
    }

    @Test
    void whatProductionAloneKnowsIsKept() {
        var result =
                BomTransformation.of(
                        GEARBOX,
                        List.of(bom(Action.CHANGE, "SL-0450", 80, "3")),
                        TransformationTest::rule);

        var seal = result.lines().getLast();
        assertThat(seal.quantity()).isEqualTo(Quantity.of("3", "EA"));
        assertThat(seal.scrapPercent()).isEqualTo("2.5");
        assertThat(seal.backflush()).isTrue();
    }

    @Test
    void aLineMayChangeItsOperationAlone() {
        var elsewhere =
                new BomChange(Action.CHANGE, "GB-4711", "SL-0450", 80, null, null, 20, null);

        var result = BomTransformation.of(GEARBOX, List.of(elsewhere), TransformationTest::rule);

        assertThat(result.problems()).isEmpty();
        assertThat(result.lines().getLast().operation()).isEqualTo(20);
        assertThat(result.lines().getLast().quantity()).isEqualTo(Quantity.of("2", "EA"));
    }

    @Test
    void aNewQuantityIsMoreThanZero() {
        var nothing = List.of(bom(Action.CHANGE, "SL-0450", 80, "0"));

        assertThat(BomTransformation.of(GEARBOX, nothing, TransformationTest::rule).problems())
                .containsExactly(
                        "Position 80 of GB-4711: the new quantity must be more than zero.");
    }

    @ParameterizedTest
    @CsvSource({"99, EA", "2, KGM"})
    void anOldQuantityThatDoesNotStandIsNamed(String value, String unit) {
        var changes =
                List.of(
                        believed(Action.CHANGE, "HS-1200", 10, value, unit),
                        believed(Action.REMOVE, "SL-0450", 80, value.replace("2", "1"), unit),
                        bom(Action.ADD, "SL-0460", 80, "2"));

        assertThat(BomTransformation.of(GEARBOX, changes, TransformationTest::rule).problems())
                .containsExactly(
                        "Position 80 of GB-4711 holds 2 EA of SL-0450, not %s %s."
                                .formatted(value.replace("2", "1"), unit),
                        "Position 10 of GB-4711 holds 1 EA of HS-1200, not %s %s."
                                .formatted(value, unit));
    }

    @Test
    void anOldQuantityIsComparedAsANumber() {
        var changes = List.of(believed(Action.CHANGE, "SL-0450", 80, "2.000", "EA"));

        assertThat(BomTransformation.of(GEARBOX, changes, TransformationTest::rule).problems())
                .isEmpty();
    }

    /// Drawn for one piece, made a hundred at a time.
    @Test
    void whatEngineeringCountsForOnePieceProductionCountsForItsBaseQuantity() {
        var old =
                new Bom(
                        "PRODUCTION",
                        "CERTIFIED",
                        Quantity.of("100", "EA"),
                        null,
                        List.of(line(10, "HS-1200", "100"), line(80, "SL-0450", "200")));
        var changes =
                List.of(
                        bom(Action.ADD, "SL-0460", 90, "2"),
                        believed(Action.CHANGE, "HS-1200", 10, "1.0", "EA"),
                        believed(Action.REMOVE, "SL-0450", 80, "3", "EA"));

        var result = BomTransformation.of(old, changes, TransformationTest::rule);

        assertThat(result.lines())
                .extracting(Bom.Line::quantity)
                .containsExactly(Quantity.of("400", "EA"), Quantity.of("200", "EA"));
        assertThat(result.problems())
                .containsExactly(
                        "Position 80 of GB-4711 holds 200 EA of SL-0450 for 100 EA, not 300 EA.");
    }

    @ParameterizedTest
    @CsvSource({"200, 100, 2", "1, 8, 0.125", "1, 3, 0.333333334", "100, 1.000, 100"})
    void whatGoesIntoOnePieceIsToldToTheShopFloor(String ofBase, String base, String ofOne) {
        var bom = new Bom("PRODUCTION", "CERTIFIED", Quantity.of(base, "EA"), null, List.of());

        assertThat(bom.ofOne(Quantity.of(ofBase, "EA"))).isEqualTo(Quantity.of(ofOne, "EA"));
    }

    @Test
    void whatTakesThePlaceOfAnAlternativeIsOne() {
        var old =
                new Bom(
                        "PRODUCTION",
                        "CERTIFIED",
                        Quantity.of("1", "EA"),
                        null,
                        List.of(
                                alternative(line(80, "SL-0450", "2")),
                                alternative(line(81, "SL-0451", "2"))));
        var changes =
                List.of(
                        bom(Action.REMOVE, "SL-0450", 80, null),
                        bom(Action.ADD, "SL-0460", 80, "2"));

        assertThat(BomTransformation.of(old, changes, TransformationTest::rule).lines())
                .extracting(Bom.Line::componentId, Bom.Line::alternativeGroup)
                .containsExactly(tuple("SL-0460", "SEALS"), tuple("SL-0451", "SEALS"));
    }

    private static Bom.Line alternative(Bom.Line line) {
        return new Bom.Line(
                line.position(),
                line.componentId(),
                line.quantity(),
                line.scrapPercent(),
                line.phantom(),
                line.backflush(),
                line.operation(),
                line.effectivity(),
                "SEALS");
    }

    @Test
    void aPositionIsChangedOnce() {
        var changes =
                List.of(
                        bom(Action.CHANGE, "SL-0450", 80, "3"),
                        bom(Action.CHANGE, "SL-0450", 80, "4"));

        assertThat(BomTransformation.of(GEARBOX, changes, TransformationTest::rule).problems())
                .containsExactly("Position 80 of GB-4711 is changed more than once.");
    }

    private static BomChange believed(
            Action action, String component, int position, String value, String unit) {
        return new BomChange(
                action,
                "GB-4711",
                component,
                position,
                Quantity.of(value, unit),
                action == Action.CHANGE ? Quantity.of("4", "EA") : null,
                null,
                null);
    }

    @Test
    void everyLineThatDoesNotFitIsNamed() {
        var changes =
                List.of(
                        bom(Action.REMOVE, "SL-9999", 80, null),
                        bom(Action.ADD, "SL-0460", 10, "1"),
                        bom(Action.ADD, "BR-1", 90, "0"));

        var result = BomTransformation.of(GEARBOX, changes, TransformationTest::rule);

        assertThat(result.problems())
                .hasSize(3)
                .anyMatch(p -> p.contains("does not hold SL-9999"))
                .anyMatch(p -> p.contains("taken by HS-1200"))
                .anyMatch(p -> p.contains("more than zero"));
    }

    private static StructureRule rule(String component) {
        return new StructureRule(
                "*", "*", false, component.startsWith("OL"), new BigDecimal("1.5"));
    }

    private static Bom.Line line(int position, String component, String quantity) {
        return new Bom.Line(
                position,
                component,
                Quantity.of(quantity, "EA"),
                "2.5",
                false,
                true,
                10,
                null,
                null);
    }

    static BomChange bom(Action action, String component, int position, @Nullable String quantity) {
        return new BomChange(
                action,
                "GB-4711",
                component,
                position,
                null,
                quantity == null ? null : Quantity.of(quantity, "EA"),
                null,
                null);
    }
}
