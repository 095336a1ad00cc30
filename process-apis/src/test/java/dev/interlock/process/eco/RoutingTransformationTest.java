package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.eco.EngineeringChange.Action;
import dev.interlock.process.eco.EngineeringChange.RoutingChange;
import dev.interlock.process.facts.Routing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTransformationTest {
    private static final Routing MILLING =
            routing(operation(10, "MILL-1", null), operation(20, "TEST-1", null));

    @Test
    void anOperationMoreStandsWhereItsNumberSays() {
        var leakTest =
                new RoutingChange(
                        Action.ADD,
                        "GB-4711",
                        15,
                        "TEST-2",
                        "Leak test",
                        null,
                        Duration.ofMinutes(4),
                        null,
                        null);

        var result = RoutingTransformation.of(MILLING, List.of(leakTest));

        assertThat(result.problems()).isEmpty();
        assertThat(result.operations())
                .extracting(Routing.Operation::number)
                .containsExactly(10, 15, 20);
        assertThat(result.operations().get(1).setupTime()).isZero();
    }

    @Test
    void anOperationThatComesNeedsAllThatErpAsksOfIt() {
        var bare = new RoutingChange(Action.ADD, "GB-4711", 15, null, " ", null, null, null, null);
        var blank =
                new RoutingChange(Action.CHANGE, "GB-4711", 20, null, "", null, null, null, null);

        assertThat(RoutingTransformation.of(MILLING, List.of(bare, blank)).problems())
                .containsExactlyInAnyOrder(
                        "Operation 15 of GB-4711 needs a work center, a run time and a"
                                + " description.",
                        "Operation 20 of GB-4711 needs a description.");
    }

    @Test
    void theSubcontractorIsWhoTheChangeNamesOrWhoItWas() {
        var hardened =
                new RoutingChange(
                        Action.ADD,
                        "GB-4711",
                        15,
                        "EXT-1",
                        "Harden",
                        null,
                        Duration.ofMinutes(4),
                        null,
                        "ACME");
        var faster =
                new RoutingChange(
                        Action.CHANGE,
                        "GB-4711",
                        30,
                        null,
                        null,
                        null,
                        Duration.ofMinutes(1),
                        null,
                        null);
        var elsewhere =
                new RoutingChange(
                        Action.CHANGE, "GB-4711", 40, null, null, null, null, null, "BOREALIS");
        var old = routing(operation(30, "EXT-1", "ACME"), operation(40, "EXT-1", "ACME"));

        var result = RoutingTransformation.of(old, List.of(hardened, faster, elsewhere));

        assertThat(result.problems()).isEmpty();
        assertThat(result.operations())
                .extracting(Routing.Operation::subcontractorId)
                .containsExactly("ACME", "ACME", "BOREALIS");
    }

    @Test
    void anOperationIsReplacedInWhateverOrderTheChangeListsIt() {
        var old = routing(operation(30, "EXT-1", "ACME"));
        var inHouse =
                new RoutingChange(
                        Action.ADD,
                        "GB-4711",
                        30,
                        "MILL-1",
                        "Harden",
                        null,
                        Duration.ofMinutes(4),
                        null,
                        null);
        var away =
                new RoutingChange(Action.REMOVE, "GB-4711", 30, null, null, null, null, null, null);

        var result = RoutingTransformation.of(old, List.of(inHouse, away));

        assertThat(result.problems()).isEmpty();
        assertThat(result.operations().getFirst().subcontractorId()).isNull();
        assertThat(RoutingTransformation.of(old, List.of(away, inHouse))).isEqualTo(result);
    }

    @Test
    void anOperationIsChangedOnce() {
        var faster =
                new RoutingChange(
                        Action.CHANGE,
                        "GB-4711",
                        20,
                        null,
                        null,
                        null,
                        Duration.ofMinutes(1),
                        null,
                        null);

        assertThat(RoutingTransformation.of(MILLING, List.of(faster, faster)).problems())
                .containsExactly("Operation 20 of GB-4711 is changed more than once.");
    }

    @Test
    void anOperationThatDoesNotExistCannotBeChanged() {
        var change =
                new RoutingChange(Action.CHANGE, "GB-4711", 99, null, null, null, null, true, null);

        assertThat(RoutingTransformation.of(MILLING, List.of(change)).problems())
                .containsExactly("Operation 99 of GB-4711 does not exist and cannot be changed.");
    }

    @Test
    void anOperationThatGoesIsNotTakenOutTwiceNorChanged() {
        var away =
                new RoutingChange(Action.REMOVE, "GB-4711", 20, null, null, null, null, null, null);
        var inspected =
                new RoutingChange(Action.CHANGE, "GB-4711", 20, null, null, null, null, true, null);

        assertThat(RoutingTransformation.of(MILLING, List.of(away, inspected, away)).problems())
                .containsExactly(
                        "Operation 20 of GB-4711 is removed more than once.",
                        "Operation 20 of GB-4711 is removed and cannot be changed as well.");
    }

    @Test
    void aChangeOfAnOperationSaysWhatChanges() {
        var nothing =
                new RoutingChange(Action.CHANGE, "GB-4711", 20, null, null, null, null, null, null);

        assertThat(RoutingTransformation.of(MILLING, List.of(nothing)).problems())
                .containsExactly(
                        "Operation 20 of GB-4711 is to be changed, but nothing says to what.");
    }

    private static Routing routing(Routing.Operation... operations) {
        return new Routing("CERTIFIED", null, null, null, List.of(operations));
    }

    private static Routing.Operation operation(
            int number, String workCenter, @Nullable String subcontractor) {
        return new Routing.Operation(
                number,
                workCenter,
                "Work",
                Duration.ZERO,
                Duration.ofMinutes(2),
                false,
                subcontractor);
    }
}
