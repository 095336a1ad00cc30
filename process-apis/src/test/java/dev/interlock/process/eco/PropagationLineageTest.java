package dev.interlock.process.eco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.process.policy.PolicyRow.InFlight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropagationLineageTest {
    private final Drawings world = new Drawings();

    @Test
    void aPropagationIsFoundByEachItemThatItTouches() {
        world.removes("GB-4711", "SL-0450", 80, Map.of());
        world.adds("GB-4711", "SL-0460", 80);

        assertThat(PropagationLineage.searchKeys(world.proposal().change()))
                .containsExactlyInAnyOrder(
                        "change:ECO-1",
                        "item:GB-4711",
                        "revision:GB-4711/C",
                        "plant:1000",
                        "item:SL-0450",
                        "item:SL-0460");
    }

    @Test
    void aPropagationIsFoundByEachOrderThatItPullsForwardOrLocks() {
        world.order("100001", "CREATED", "2026-12-01");
        world.order("100002", "RELEASED", "2026-12-01");

        assertThat(PropagationLineage.plannedKeys(List.of(), orders(InFlight.PULL_FORWARD)))
                .containsExactly("order:100001");
        assertThat(PropagationLineage.plannedKeys(List.of(), orders(InFlight.BLOCK)))
                .containsExactly("order:100001");
        assertThat(PropagationLineage.plannedKeys(List.of(), orders(InFlight.FINISH_ON_OLD)))
                .isEmpty();
    }

    private List<InFlightOrders.Decided> orders(InFlight policy) {
        return InFlightOrders.of(world.proposal(), _ -> policy);
    }
}
