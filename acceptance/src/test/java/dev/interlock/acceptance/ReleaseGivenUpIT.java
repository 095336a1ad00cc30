package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.layout.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A system misbehaves for longer than a release is tried: what was done is taken back, or, where
/// ERP may have released the order, nothing is until ERP says so.
///
/// A sample of all combinations; `-Dinterlock.faults=all` runs every one.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReleaseGivenUpIT {
    private static final String PATIENCE = "interlock.release.give-up-after";
    private static final long FAULT_MS = 7000;
    private static final boolean ALL = System.getProperty("interlock.faults", "").equals("all");

    enum Mode {
        ERROR_500,
        ERROR_503,
        PERFORM_THEN_RESET,
        GARBAGE,
        DOWN,
        PERFORM_THEN_STALL;

        private boolean leavesDoubt() {
            return this == PERFORM_THEN_RESET || this == PERFORM_THEN_STALL;
        }
    }

    record Mishap(ReleaseStep step, Mode mode) {
        private boolean mayHaveReleased() {
            return step == ReleaseStep.RELEASE && mode.leavesDoubt();
        }

        @Override
        public String toString() {
            return "%s meets %s for long".formatted(step, mode);
        }
    }

    private final Gateway gateway;
    private final Product product;
    private int count;

    ReleaseGivenUpIT(Gateway gateway) {
        this.gateway = gateway;
        this.product = Product.in(gateway);
    }

    @BeforeAll
    void releasesAreTriedForThreeSeconds() {
        gateway.startAnew(Part.PROCESS_APIS, PATIENCE, "3S");
    }

    @AfterAll
    void releasesAreTriedAsLongAsUsual() {
        gateway.startAnew(Part.PROCESS_APIS);
    }

    static Stream<Mishap> mishaps() {
        return ALL
                ? Stream.of(ReleaseStep.values())
                        .flatMap(step ->
                                Arrays.stream(Mode.values()).map(mode -> new Mishap(step, mode)))
                : Stream.of(
                        new Mishap(ReleaseStep.STAGE, Mode.PERFORM_THEN_RESET),
                        new Mishap(ReleaseStep.RELEASE, Mode.DOWN),
                        new Mishap(ReleaseStep.RELEASE, Mode.PERFORM_THEN_RESET));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mishaps")
    void isTakenBackUnlessErpMayHaveReleasedIt(Mishap mishap) {
        WorkOrder order =
                WorkOrder.of(
                        gateway, product, "GIVEN-UP-%02d".formatted(++count), "1", 110 + count);
        order.awaitReleasable();
        String release = mishap.step.reachedBy(order);

        gateway.plant().mend(mishap.step.before());
        gateway.plant().fault(mishap.step.target(), mishap.mode.name(), 0);
        Patience.pause(FAULT_MS);
        if (mishap.mayHaveReleased()) {
            expectNothingTakenBack(order);
        }
        gateway.plant().mend();

        order.awaitRest(release);
        Standing.agrees(gateway, order, release);
    }

    private void expectNothingTakenBack(WorkOrder order) {
        assertThat(gateway.plant().effectsOn(order.number()))
                .extracting(Plant.Effect::operation)
                .doesNotContainAnyElementsOf(List.of("REVOKE_JOB_ORDER", "CANCEL_STAGING"));
    }
}
