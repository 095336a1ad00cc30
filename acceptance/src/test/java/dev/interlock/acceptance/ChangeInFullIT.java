package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What else a change can be and meet: a dry run, orders in flight, a deviation, a kind that no
/// target takes, a target that refuses until a person acts.
@ExtendWith(GatewayExtension.class)
class ChangeInFullIT {
    private static final String IN_FLIGHT = "/process/v1/policies/in-flight";

    private final Gateway gateway;

    ChangeInFullIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aDryRunShowsWhatTheChangeWouldMeetAndTouchesNothing() {
        Change change = Change.of(gateway);
        String order = order(change.product(), "2000");

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
    void anOrderThatNobodyHasReleasedIsPulledForward() {
        Change change = Change.of(gateway);
        String order = order(change.product(), "2000");

        withPolicy("2000", "PULL_FORWARD", () -> expectCompleted(change));

        gateway.system("erp")
                .get("/system/v1/production-orders/" + order)
                .then()
                .body("revision", equalTo("B"))
                .body("components.itemId", hasItem("SL-0460"))
                .body("components.itemId", not(hasItem("SL-0450")));
    }

    @Test
    void anOrderThatIsReleasedMeanwhileFinishesAsItIs() {
        Change change = Change.of(gateway);
        String order = "/system/v1/production-orders/" + order(change.product(), "2000");

        withPolicy(
                "2000",
                "PULL_FORWARD",
                () -> {
                    String propagation = beginSlowly(change);
                    gateway.system("erp")
                            .header("Idempotency-Key", Gateway.newKey())
                            .header("If-Match", "*")
                            .body("{}")
                            .post(order + "/releases")
                            .then()
                            .statusCode(200);
                    JsonPath after = change.awaitStatus(propagation, "COMPLETED");
                    assertThat(
                                    after.getList(
                                            "targets.find { it.target == 'ERP' }.steps.status",
                                            String.class))
                            .contains("NOT_NEEDED");
                });

        gateway.system("erp")
                .get(order)
                .then()
                .body("revision", equalTo("A"))
                .body("lifecycle", equalTo("RELEASED"));
    }

    @Test
    void anOrderThatIsBuiltThroughAPhantomTakesItsNewStructure() {
        Change change = Change.of(gateway);
        String order = order(Product.through(gateway, change.product()), "2000");

        gateway.process("plm")
                .body(change.request())
                .post("/process/v1/impact-analyses")
                .then()
                .body("ordersInFlight.orderNumber", contains(order))
                .body("ordersInFlight.phantomId", contains(change.product().id()))
                .body(
                        "items.find { it.itemId == '%s' }.componentOrdersNotStarted.orderNumber"
                                .formatted(change.product().id()),
                        contains(order));
        withPolicy("2000", "PULL_FORWARD", () -> expectCompleted(change));

        gateway.system("erp")
                .get("/system/v1/production-orders/" + order)
                .then()
                .body("revision", equalTo("A"))
                .body("components.itemId", hasItem("SL-0460"))
                .body("components.itemId", not(hasItem("SL-0450")));
    }

    @Test
    void anOrderIsLockedWhereThePlantSaysSo() {
        Change change = Change.of(gateway);
        String order = order(change.product(), "2000");

        withPolicy("2000", "BLOCK", () -> expectCompleted(change));

        gateway.system("erp")
                .get("/system/v1/production-orders/" + order)
                .then()
                .body("revision", equalTo("A"))
                .body("flags", hasItem("LOCKED"));
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

        expectCompleted(change);

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
        String propagation = beginSlowly(change);
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

    /// ERP has the new revision, and lacks everything else.
    private String beginSlowly(Change change) {
        gateway.plant().fault("ERP", "SLOW", 500);
        String propagation = change.propagateMeanwhile();
        Patience.await(
                "revision B",
                Duration.ofSeconds(20),
                () -> gateway.plant().did("ERP", change.product().id(), "PUT revisions IN_WORK"));
        return propagation;
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

    private void expectCompleted(Change change) {
        String propagation = requireId(change.propagate(Gateway.newKey()));
        change.awaitStatus(propagation, "COMPLETED");
    }

    private String explodedOn(Product product, LocalDate day) {
        return gateway.system("erp")
                .get(
                        "/system/v1/items/%s/bom-explosion?plant=1000&quantity=1&on=%s"
                                .formatted(product.id(), day))
                .asString();
    }

    private String order(Product product, String plant) {
        LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        return gateway.system("erp")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("orderType", "STANDARD", "plant", plant)
                                .put("itemId", product.id())
                                .put("revision", "A")
                                .put("quantity", Product.quantity("5"))
                                .put("plannedStart", start.toString())
                                .put("plannedEnd", start.plusDays(1).toString())
                                .put("settlementRule", "MATERIAL_100")
                                .encode())
                .post("/system/v1/production-orders")
                .then()
                .statusCode(201)
                .extract()
                .path("orderNumber");
    }

    private void withPolicy(String plant, String policy, Runnable story) {
        String shipped = gateway.process("integration-tests").get(IN_FLIGHT).jsonPath().prettify();
        JsonArray rows = new JsonObject(shipped).getJsonArray("rows");
        put(rows.copy().add(JsonObject.of("plant", plant, "policy", policy)));
        try {
            story.run();
        } finally {
            put(rows);
        }
    }

    private void put(JsonArray rows) {
        gateway.process("integration-tests")
                .header("If-Match", "*")
                .body(JsonObject.of("rows", rows).encode())
                .put(IN_FLIGHT)
                .then()
                .statusCode(200);
    }
}
