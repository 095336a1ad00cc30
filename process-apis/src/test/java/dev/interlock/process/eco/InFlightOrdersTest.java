package dev.interlock.process.eco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.eco.InFlightOrders.Decided;
import dev.interlock.process.facts.OpenOrder;
import dev.interlock.process.policy.PolicyRow.InFlight;
import dev.interlock.process.run.StepPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Gearbox GB-4711 changes; pump PM-1 is built through it as a phantom.
class InFlightOrdersTest {
    private final Drawings world = new Drawings();

    @Test
    void anOrderThatIsBuiltThroughAPhantomIsCopiedAnewAtItsOwnRevision() {
        through("100001", "CREATED", "2026-12-01");
        through("100002", "RELEASED", "2026-12-01");

        assertThat(decided(InFlight.PULL_FORWARD))
                .extracting(Decided::orderNumber, Decided::decision, Decided::toRevision)
                .containsExactly(
                        tuple("100001", InFlight.PULL_FORWARD, "F"),
                        tuple("100002", InFlight.FINISH_ON_OLD, null));
        assertThat(steps(InFlight.PULL_FORWARD))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.path()).endsWith("/100001/revision-changes");
                    assertThat(new String(step.body(), UTF_8)).contains("\"revision\":\"F\"");
                });
    }

    @Test
    void aLockSaysWhichPhantomChanges() {
        through("100001", "CREATED", "2026-12-01");

        assertThat(steps(InFlight.BLOCK))
                .singleElement()
                .satisfies(step ->
                        assertThat(new String(step.body(), UTF_8))
                                .contains(
                                        "ECO-1 changes GB-4711, which this order is built"
                                                + " through"));
    }

    @Test
    void anOrderThatBeginsBeforeThePhantomChangesIsNotTouched() {
        world.holds("DATE", "2027-01-01", null);
        through("100001", "CREATED", "2026-12-01");

        assertThat(decided(InFlight.PULL_FORWARD)).isEmpty();
    }

    @Test
    void anOrderWhoseItemChangesTooTakesBothAtOnce() {
        world.affected.add(Parts.affected("PM-1", "F", "G", Map.of()));
        var order = through("100001", "CREATED", "2026-12-01");
        world.productionOrders.put("PM-1", List.of(order));

        assertThat(decided(InFlight.PULL_FORWARD))
                .singleElement()
                .extracting(Decided::toRevision)
                .isEqualTo("G");
    }

    private OpenOrder through(String orderNumber, String lifecycle, String start) {
        var order =
                new OpenOrder(
                        orderNumber,
                        "1000",
                        "PM-1",
                        "F",
                        Quantity.of("5", "EA"),
                        LocalDate.parse(start),
                        lifecycle,
                        List.of(),
                        List.of());
        world.phantomOrders.computeIfAbsent("GB-4711", _ -> new ArrayList<>()).add(order);
        return order;
    }

    private List<Decided> decided(InFlight policy) {
        return InFlightOrders.of(world.proposal(), _ -> policy);
    }

    private List<StepPlan> steps(InFlight policy) {
        return InFlightPlan.of("ECO-1", decided(policy), List.of());
    }
}
