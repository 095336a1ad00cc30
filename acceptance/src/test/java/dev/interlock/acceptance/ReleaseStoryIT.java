package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.interlock.sandbox.story.Story;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(GatewayExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReleaseStoryIT {
    private final Gateway gateway;
    private String told = "";

    ReleaseStoryIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    void theStoryIsPlayed() {
        told = play();
    }

    private String play() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Story.RELEASE.play(gateway.endpoints(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWell() {
        assertThat(told).contains("RELEASABLE").endsWith("The end." + System.lineSeparator());
    }

    @Test
    void playedAgainItSaysWhatAlreadyStands() {
        String again = play();

        assertThat(again)
                .contains("It has been released before")
                .endsWith("The end." + System.lineSeparator());
    }

    @Test
    void theReleasedOrderMayStartEverywhere() {
        gateway.system("erp")
                .get("/system/v1/production-orders/100001")
                .then()
                .statusCode(200)
                .body("lifecycle", equalTo("RELEASED"));
        gateway.system("mes-1000")
                .get("/system/v1/job-orders/100001")
                .then()
                .statusCode(200)
                .body("state", equalTo("ALLOWED_TO_START"));
        gateway.system("integration-tests")
                .get("/system/v1/staging-requests/100001")
                .then()
                .statusCode(200)
                .body("status", equalTo("REQUESTED"));
        gateway.system("erp")
                .get("/system/v1/reservations?orderNumber=100001")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        gateway.plant().expectEachEffectOnce("100001");
    }

    @ParameterizedTest(name = "{0} because of {1}")
    @CsvSource({
        "100002, material-available",
        "100003, stock-usable",
        "100004, revision-current",
        "100005, work-center-ready"
    })
    void refusesWithEveryFindingAtOnceAndLeavesNothingBehind(String order, String check) {
        String request = JsonObject.of("orderNumber", order).encode();

        JsonPath refusal =
                gateway.process("erp")
                        .header("Idempotency-Key", Gateway.newKey())
                        .body(request)
                        .post("/process/v1/releases")
                        .then()
                        .statusCode(422)
                        .contentType("application/problem+json")
                        .body("code", equalTo("release-refused"))
                        .extract()
                        .jsonPath();
        JsonPath asked =
                gateway.process("erp").body(request).post("/process/v1/release-checks").jsonPath();

        assertThat(refusal.<String>getList("findings.findAll { it.outcome == 'BLOCK' }.check"))
                .contains(check)
                .isEqualTo(asked.getList("findings.findAll { it.outcome == 'BLOCK' }.check"));
        assertThat(refusal.<String>getList("findings.check"))
                .containsExactly(
                        "order-status",
                        "item-usable",
                        "revision-current",
                        "bom-valid",
                        "routing-valid",
                        "work-center-ready",
                        "material-available",
                        "stock-usable",
                        "batch-assigned",
                        "quality-ready",
                        "quantity-and-dates",
                        "sub-orders-released",
                        "demand-valid",
                        "capacity",
                        "cost-ready",
                        "shopfloor-ready");
        expectNothingLeft(order);
    }

    private void expectNothingLeft(String order) {
        gateway.system("erp")
                .get("/system/v1/production-orders/" + order)
                .then()
                .body("lifecycle", equalTo("CREATED"));
        gateway.system("erp")
                .get("/system/v1/reservations?orderNumber=" + order)
                .then()
                .statusCode(200)
                .body("items.status", not(hasItem("OPEN")));
        for (String left : new String[] {"job-orders", "staging-requests"}) {
            gateway.system("integration-tests")
                    .get("/system/v1/%s/%s".formatted(left, order))
                    .then()
                    .statusCode(404);
        }
        assertThat(gateway.plant().effectsOn(order)).isEmpty();
    }
}
