package dev.interlock.process.orderrelease;

import static dev.interlock.process.orderrelease.OnTheDesk.MONDAY;
import static dev.interlock.process.orderrelease.OnTheDesk.component;
import static dev.interlock.process.orderrelease.OnTheDesk.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.quantity.Quantity;
import dev.interlock.process.facts.Stock.Availability;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StagingTest {
    private final OnTheDesk desk = new OnTheDesk();

    @Test
    void whatHasNoLotYetIsBroughtAllTheSame() {
        desk.components.add(component(10, "BR-6204", "10", "LINE-1", share("L-1", "4")));
        confirmed("BR-6204", "10");

        assertThat(lines())
                .containsExactly(
                        Map.of("itemId", "BR-6204", "quantity", pieces("4"), "lot", "L-1"),
                        Map.of("itemId", "BR-6204", "quantity", pieces("6")));
    }

    /// Somebody has accepted that the rest is missing.
    @Test
    void noMoreIsAskedForThanIsThere() {
        desk.components.add(component(10, "SG-2300", "200", "LINE-1"));
        desk.components.add(component(20, "SL-0450", "5", "LINE-1"));
        confirmed("SG-2300", "95");
        confirmed("SL-0450", "0");

        assertThat(lines()).containsExactly(Map.of("itemId", "SG-2300", "quantity", pieces("95")));
    }

    @Test
    void eachComponentIsBroughtToItsOwnPlace() {
        desk.components.add(component(10, "SG-2300", "5", "LINE-1"));
        desk.components.add(component(20, "SL-0450", "5", "LINE-2"));
        confirmed("SG-2300", "5");
        confirmed("SL-0450", "5");

        assertThat(body()).containsEntry("supplyLocation", "LINE-1");
        assertThat(lines())
                .containsExactly(
                        Map.of("itemId", "SG-2300", "quantity", pieces("5")),
                        Map.of(
                                "itemId",
                                "SL-0450",
                                "quantity",
                                pieces("5"),
                                "supplyLocation",
                                "LINE-2"));
    }

    @Test
    void whatHasNoPlaceToBeBroughtToIsNotStaged() {
        desk.components.add(component(10, "SG-2300", "5", null));
        confirmed("SG-2300", "5");

        assertThat(ReleasePlan.of(desk.question().order(), List.of(), desk.availability))
                .extracting("name")
                .containsExactly("reserve", "store job order", "release order", "start job order");
    }

    private void confirmed(String itemId, String quantity) {
        desk.availability.add(
                new Availability(
                        itemId,
                        pieces(quantity),
                        MONDAY,
                        pieces(quantity),
                        MONDAY,
                        pieces("0"),
                        "STOCK",
                        null));
    }

    private static Quantity pieces(String value) {
        return Quantity.of(value, "EA");
    }

    private Map<String, Object> body() {
        return Staging.body(desk.question().order(), desk.availability).orElseThrow();
    }

    private List<Object> lines() {
        return List.copyOf((List<?>) Objects.requireNonNull(body().get("lines")));
    }
}
