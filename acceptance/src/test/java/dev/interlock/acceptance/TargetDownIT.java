package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class TargetDownIT {
    private final Gateway gateway;

    TargetDownIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aChangeCompletesByItselfOnceQualityIsBack() {
        Change change = Change.of(gateway);
        gateway.plant().fault("QMS", "DOWN", 0);

        Response answer = change.propagate(Gateway.newKey());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        JsonPath propagation = answer.jsonPath();
        assertThat(propagation.getString("status")).isEqualTo("INCOMPLETE");
        assertThat(at(propagation, "ERP", "")).isEqualTo("SUCCEEDED");
        assertThat(at(propagation, "SUPPLIER", "")).isEqualTo("SUCCEEDED");
        for (String plant : Product.PLANTS) {
            assertThat(at(propagation, "MES", plant)).isEqualTo("SUCCEEDED");
            assertThat(at(propagation, "QUALITY", plant)).isEqualTo("RETRYING");
        }
        assertThat(at(propagation, "PLM", "")).isEqualTo("PENDING");
        assertThat(propagation.<List<String>>get("targets.find { it.target == 'PLM' }.waitsFor"))
                .containsExactlyInAnyOrder("QUALITY:1000", "QUALITY:2000");
        assertThat(
                        propagation.<String>getList(
                                "targets.findAll { it.target == 'QUALITY' }.nextAttemptAt"))
                .hasSize(2)
                .doesNotContainNull();

        gateway.plant().mend("QMS");
        change.awaitStatus(propagation.getString("propagationId"), "COMPLETED");
        change.expectEverywhereOnce();
    }

    @Test
    void theShopFloorOfOnePlantDoesNotHoldUpTheOther() {
        Change change = Change.of(gateway);
        WorkOrder order = WorkOrder.of(gateway);
        gateway.plant().fault("MES:2000", "DOWN", 0);

        JsonPath propagation = change.propagate(Gateway.newKey()).jsonPath();

        assertThat(propagation.getString("status")).isEqualTo("INCOMPLETE");
        assertThat(at(propagation, "MES", "1000")).isEqualTo("SUCCEEDED");
        assertThat(at(propagation, "MES", "2000")).isEqualTo("RETRYING");
        assertThat(propagation.<List<String>>get("targets.find { it.target == 'PLM' }.waitsFor"))
                .containsExactly("MES:2000");
        awaitTenthAttempt(change, propagation.getString("propagationId"));
        Response released = order.release(Gateway.newKey());
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(201);
        order.expectReleasedOnce();

        gateway.plant().mend("MES:2000");
        change.awaitStatus(propagation.getString("propagationId"), "COMPLETED");
        change.expectEverywhereOnce();
    }

    /// By then a circuit has opened somewhere.
    private static void awaitTenthAttempt(Change change, String propagation) {
        String attempts = "targets.find { it.target == 'MES' && it.plant == '2000' }.attempts";
        Patience.await(
                "the tenth attempt",
                Duration.ofSeconds(60),
                () -> change.propagation(propagation).getInt(attempts),
                count -> count >= 10);
    }

    /// How far a target is; a target that serves every plant names none.
    private static String at(JsonPath propagation, String target, String plant) {
        return propagation.getString(
                "targets.find { it.target == '%s' && (it.plant ?: '') == '%s' }.status"
                        .formatted(target, plant));
    }
}
