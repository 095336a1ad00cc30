package dev.interlock.acceptance;

import dev.interlock.sandbox.layout.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever fails at whichever step, and however often the process tier dies in between: at the end
/// the order is released everywhere or nowhere, or somebody is told what stands where.
///
/// A sample of all combinations; `-Dinterlock.faults=all` runs every one, and `STORE,RELEASE` every
/// one of these steps.
@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReleaseFaultsIT {
    private static final long FAULT_MS = 1500;
    private static final String FAULTS = System.getProperty("interlock.faults", "");

    enum Mode {
        ERROR_500,
        ERROR_503,
        PERFORM_THEN_RESET,
        GARBAGE,
        REFUSE_422,
        DOWN,
        PERFORM_THEN_STALL
    }

    enum Death {
        NONE,
        /// SIGKILL while the step before is being answered: nothing of this step has been sent, and
        /// whoever goes on meets its fault.
        BEFORE,
        /// SIGKILL while the fault of this step is met: whoever goes on meets a plant that behaves.
        AFTER
    }

    record Mishap(ReleaseStep step, Mode mode, Death death) {
        @Override
        public String toString() {
            return "%s meets %s, death %s".formatted(step, mode, death);
        }
    }

    private final Gateway gateway;
    private final Product product;
    private int count;

    ReleaseFaultsIT(Gateway gateway) {
        this.gateway = gateway;
        this.product = Product.in(gateway);
    }

    static Stream<Mishap> mishaps() {
        return Stream.of(ReleaseStep.values())
                .flatMap(step ->
                        switch (FAULTS) {
                            case "" -> sampleOf(step);
                            case "all" -> everyMishap(step);
                            default ->
                                    List.of(FAULTS.split(",")).contains(step.name())
                                            ? everyMishap(step)
                                            : Stream.empty();
                        });
    }

    private static Stream<Mishap> everyMishap(ReleaseStep step) {
        return Stream.of(Mode.values())
                .flatMap(mode ->
                        Stream.of(Death.values()).map(death -> new Mishap(step, mode, death)));
    }

    /// Every mode is met alive at some step, and the process dies once at each step, at the pivot
    /// before and after it: each death costs the time of a start.
    private static Stream<Mishap> sampleOf(ReleaseStep step) {
        return switch (step) {
            case RESERVE ->
                    Stream.of(
                            new Mishap(step, Mode.ERROR_500, Death.NONE),
                            new Mishap(step, Mode.ERROR_503, Death.NONE),
                            new Mishap(step, Mode.PERFORM_THEN_RESET, Death.AFTER));
            case STORE ->
                    Stream.of(
                            new Mishap(step, Mode.GARBAGE, Death.NONE),
                            new Mishap(step, Mode.REFUSE_422, Death.NONE),
                            new Mishap(step, Mode.PERFORM_THEN_RESET, Death.BEFORE));
            case STAGE ->
                    Stream.of(
                            new Mishap(step, Mode.PERFORM_THEN_STALL, Death.NONE),
                            new Mishap(step, Mode.REFUSE_422, Death.NONE),
                            new Mishap(step, Mode.GARBAGE, Death.AFTER));
            case RELEASE ->
                    Stream.of(
                            new Mishap(step, Mode.PERFORM_THEN_RESET, Death.NONE),
                            new Mishap(step, Mode.REFUSE_422, Death.NONE),
                            new Mishap(step, Mode.ERROR_500, Death.BEFORE),
                            new Mishap(step, Mode.PERFORM_THEN_RESET, Death.AFTER));
            case START ->
                    Stream.of(
                            new Mishap(step, Mode.REFUSE_422, Death.NONE),
                            new Mishap(step, Mode.DOWN, Death.NONE),
                            new Mishap(step, Mode.PERFORM_THEN_RESET, Death.AFTER));
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mishaps")
    void isReleasedEverywhereOrNowhereOrSomebodyIsTold(Mishap mishap) {
        WorkOrder order =
                WorkOrder.of(gateway, product, "MISHAP-%03d".formatted(++count), "1", 70 + count);
        order.awaitReleasable();
        String release = mishap.step.reachedBy(order);

        if (mishap.death == Death.BEFORE) {
            gateway.kill(Part.PROCESS_APIS);
        }
        gateway.plant().mend(mishap.step.before());
        gateway.plant().fault(mishap.step.target(), mishap.mode.name(), 0);
        if (mishap.death == Death.BEFORE) {
            startAnother();
        }
        Patience.pause(FAULT_MS);
        if (mishap.death == Death.AFTER) {
            gateway.kill(Part.PROCESS_APIS);
        }
        gateway.plant().mend();
        if (mishap.death == Death.AFTER) {
            startAnother();
        }

        order.awaitRest(release);
        Standing.agrees(gateway, order, release);
    }

    /// It goes on at once with what the dead one was at; the whole lease is waited for where the
    /// process tier crashes and nothing else goes wrong.
    private void startAnother() {
        gateway.endLeasesOfDead(Part.PROCESS_APIS);
        gateway.start(Part.PROCESS_APIS);
    }
}
