package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What else a change can be and meet: a dry run, a deviation, a kind that no target takes, a
/// target that refuses until a person acts.
@ExtendWith(GatewayExtension.class)
class ChangeInFullIT {
    private final Gateway gateway;

    ChangeInFullIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aDryRunShowsWhatTheChangeWouldMeetAndTouchesNothing() {
        Change change = Change.of(gateway);
        String order = change.product().order(gateway, "2000");

        gateway.process("plm")
                .body(change.request())
                .post("/process/v1/impact-analyses")
                .then()
                .statusCode(200)
                .body("outlook", equalTo("WOULD_PROPAGATE"))
                .body("findings", hasSize(11))
                .body("ordersInFlight.orderNumber", contains(order))
                .body("ordersInFlight.decision", contains("FINISH_ON_OLD"))
                .body("items.find { it.itemId == 'SL-0450' }.role", equalTo("REMOVE"))
                .body("items.find { it.itemId == 'SL-0450' }.plants", hasItems("1000", "2000"))
                .body(
                        "items.find { it.itemId == 'SL-0450' }.whereUsed",
                        hasItem(change.product().id()))
                .body("items.find { it.itemId == 'SL-0450' }.suppliers", hasItem("BOREALIS"));
        expectNothingOfRevisionB(change);
    }

    @Test
    void aDeviationEndsByItsEffectivity() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonObject tenDays =
                JsonObject.of("kind", "DATE", "from", today.toString())
                        .put("to", today.plusDays(10).toString());
        Change change =
                Change.of(
                        gateway, body -> body.put("type", "DEVIATION").put("effectivity", tenDays));

        change.propagateToItsEnd();

        assertThat(explodedOn(change.product(), today.plusDays(10))).contains("SL-0460");
        assertThat(explodedOn(change.product(), today.plusDays(11))).contains("SL-0450");
    }

    @Test
    void anEffectivityThatNoTargetTakesIsRefusedByNameBeforeAnythingIsSent() {
        Change change =
                Change.of(
                        gateway,
                        body ->
                                body.put(
                                        "effectivity",
                                        JsonObject.of("kind", "USE_UP", "itemId", "SL-0450")));

        change.propagate(Gateway.newKey())
                .then()
                .statusCode(422)
                .body("code", equalTo("change-refused"))
                .body(
                        "findings.find { it.check == 'target-fit' }.evidence.misfits",
                        hasItem("ERP takes no effectivity USE_UP."));
        expectNothingOfRevisionB(change);
    }

    @Test
    void aTargetThatRefusesWaitsForAPersonWhoCanGoOnWithoutIt() {
        Change change = Change.of(gateway);
        gateway.plant().fault("MES:2000", "REFUSE_422", 0);
        String propagation = requireId(change.propagate(Gateway.newKey()));
        change.awaitStatus(propagation, "INCOMPLETE");

        act(propagation, "/targets/MES:2000/skips", "Brno is told by hand").then().statusCode(200);

        JsonPath after = change.awaitStatus(propagation, "COMPLETED");
        assertThat(
                        after.getString(
                                "targets.find { it.plant == '2000' && it.target == 'MES' }.status"))
                .isEqualTo("SKIPPED");
        assertThat(gateway.plant().did("PLM", change.number(), "IMPLEMENT_CHANGE")).isTrue();
    }

    @Test
    void aTargetThatRefusedIsAskedAgainWhenAPersonResumes() {
        Change change = Change.of(gateway);
        gateway.plant().fault("MES:2000", "REFUSE_422", 0);
        String propagation = requireId(change.propagate(Gateway.newKey()));
        change.awaitStatus(propagation, "INCOMPLETE");
        gateway.plant().mend();

        act(propagation, "/resumptions", "MES has the equipment now").then().statusCode(200);

        change.awaitStatus(propagation, "COMPLETED");
        change.expectEverywhereOnce();
        gateway.process("integration-tests")
                .get("/process/v1/runs/%s/lineage".formatted(propagation))
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeThatIsGivenUpHalfWayLeavesNothingCurrent() {
        Change change = Change.of(gateway);
        String product = change.product().id();
        String propagation = change.propagateSlowly();
        gateway.plant().fault("ERP", "REFUSE_422", 0);
        change.awaitStatus(propagation, "INCOMPLETE");
        gateway.plant().mend();

        reject(change);

        change.awaitStatus(propagation, "REJECTED");
        gateway.system("erp")
                .get("/system/v1/items/%s/revisions".formatted(product))
                .then()
                .body("items.revision", contains("A", "B"))
                .body("items.status", contains("RELEASED", "IN_WORK"));
        assertThat(explodedOn(change.product(), LocalDate.now(ZoneOffset.UTC))).contains("SL-0450");
    }

    private void reject(Change change) {
        String exceptions = "/process/v1/exceptions";
        int exception =
                gateway.process("integration-tests")
                        .get(exceptions + "?changeNumber=" + change.number())
                        .path("items[0].exceptionId");
        gateway.process("integration-tests")
                .header("Idempotency-Key", Gateway.newKey())
                .body(JsonObject.of("reason", "PLM takes it back").encode())
                .post("%s/%d/rejections".formatted(exceptions, exception))
                .then()
                .statusCode(200);
    }

    private void expectNothingOfRevisionB(Change change) {
        assertThat(gateway.plant().effectsOn(change.product().id()))
                .extracting(Plant.Effect::deed)
                .isNotEmpty()
                .noneMatch(deed -> deed.contains("/B"));
    }

    private Response act(String propagation, String verb, String reason) {
        return gateway.process("integration-tests")
                .header("Idempotency-Key", Gateway.newKey())
                .body(JsonObject.of("reason", reason).encode())
                .post("/process/v1/propagations/" + propagation + verb);
    }

    private static String requireId(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(201, 202);
        return answer.jsonPath().getString("propagationId");
    }

    private String explodedOn(Product product, LocalDate day) {
        return gateway.system("erp")
                .get(
                        "/system/v1/items/%s/bom-explosion?plant=1000&quantity=1&on=%s"
                                .formatted(product.id(), day))
                .asString();
    }
}
