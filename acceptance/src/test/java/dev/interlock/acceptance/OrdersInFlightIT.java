package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What becomes of an order that is open when what it makes, or is built through, changes.
@ExtendWith(GatewayExtension.class)
class OrdersInFlightIT {
    private static final String IN_FLIGHT = "/process/v1/policies/in-flight";

    private final Gateway gateway;

    OrdersInFlightIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void anOrderThatNobodyHasReleasedIsPulledForward() {
        Change change = Change.of(gateway);
        String order = change.product().order(gateway, "2000");

        withPolicy("2000", "PULL_FORWARD", change::propagateToItsEnd);

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
        String order = "/system/v1/production-orders/" + change.product().order(gateway, "2000");

        withPolicy(
                "2000",
                "PULL_FORWARD",
                () -> {
                    String propagation = change.propagateSlowly();
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
        String order = Product.through(gateway, change.product()).order(gateway, "2000");

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
        withPolicy("2000", "PULL_FORWARD", change::propagateToItsEnd);

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
        String order = change.product().order(gateway, "2000");

        withPolicy("2000", "BLOCK", change::propagateToItsEnd);

        gateway.system("erp")
                .get("/system/v1/production-orders/" + order)
                .then()
                .body("revision", equalTo("A"))
                .body("flags", hasItem("LOCKED"));
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
