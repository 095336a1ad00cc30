package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What policy leaves to a person, and what nobody can decide.
@ExtendWith(GatewayExtension.class)
class ReleaseOverridesIT {
    private final Gateway gateway;

    ReleaseOverridesIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void anOverloadedDayIsReleasedByWhoMayDecideIt() {
        Product product = Product.ofRarePart(gateway, "500");
        WorkOrder order = WorkOrder.of(gateway, product, "OVERLOAD-1", "500", 200);

        Response asIs = order.release(Gateway.newKey());
        Response notAllowed = overriding("erp", order, "capacity");
        Response notThis = overriding("integration-tests", order, "material-available");
        Response decided = overriding("integration-tests", order, "capacity");

        asIs.then().statusCode(422).body("code", equalTo("release-refused"));
        assertThat(
                        asIs.jsonPath()
                                .<String>getList("findings.findAll { it.outcome == 'ASK' }.check"))
                .containsExactly("capacity");
        assertThat(asIs.asString()).contains("Work center TEST-1 has 16:50 h planned");
        notAllowed.then().statusCode(403);
        notThis.then().statusCode(422).body("code", equalTo("unprocessable"));
        decided.then()
                .statusCode(201)
                .body("status", equalTo("RELEASED"))
                .body("overrides[0].check", equalTo("capacity"))
                .body("overrides[0].reason", equalTo("Overtime is agreed"));
        assertThat(Standing.of(gateway, order.number())).matches(Standing::isEverywhere);
    }

    @Test
    void aMissingPartThatAPlannerCanWaitForIsReleasedWithWhatThereIs() {
        mayBeDecided("PROTOTYPE", "material-available");
        Product product = Product.ofRarePart(gateway, "3");
        WorkOrder order =
                WorkOrder.of(
                        gateway,
                        product,
                        product.id() + "-P",
                        JsonObject.of("orderType", "PROTOTYPE", "settlementRule", "MATERIAL_100")
                                .put("quantity", Product.quantity("5")));

        Response asIs = order.release(Gateway.newKey());
        Response decided = overriding("integration-tests", order, "material-available");

        asIs.then().statusCode(422).body("code", equalTo("release-refused"));
        assertThat(asIs.asString()).contains("2 EA of " + product.rarePart() + " are missing");
        decided.then().statusCode(201).body("status", equalTo("RELEASED"));
        assertThat(Standing.of(gateway, order.number())).matches(Standing::isEverywhere);
        gateway.system("erp")
                .get("/system/v1/reservations?orderNumber=" + order.number())
                .then()
                .body("items[0].lines[0].quantity.value", equalTo("3"));
    }

    @Test
    void aLockedOrderIsNobodysToOverride() {
        mayBeDecided("TRIAL", "*");
        Product product = Product.in(gateway);
        WorkOrder order =
                WorkOrder.of(
                        gateway,
                        product,
                        product.id() + "-T",
                        JsonObject.of("orderType", "TRIAL", "settlementRule", "MATERIAL_100"));
        gateway.system("erp")
                .header("Idempotency-Key", Gateway.newKey())
                .body("{\"reason\": \"Drawing is wrong\"}")
                .post("/system/v1/production-orders/" + order.number() + "/locks")
                .then()
                .statusCode(200);

        Response tried = overriding("integration-tests", order, "order-status");

        tried.then().statusCode(422).body("code", equalTo("release-refused"));
        assertThat(
                        tried.jsonPath()
                                .<String>getList(
                                        "findings.findAll { it.outcome == 'BLOCK' }.detail"))
                .containsExactly(
                        "The order is LOCKED: Drawing is wrong. No policy can let this pass.");
        assertThat(Standing.of(gateway, order.number())).matches(Standing::isNowhere);
    }

    /// For orders of a type that no other test has.
    private void mayBeDecided(String orderType, String check) {
        String path = "/process/v1/policies/release";
        Response standing = gateway.process("integration-tests").get(path);
        JsonArray rows = new JsonObject(standing.asString()).getJsonArray("rows");
        rows.add(
                JsonObject.of("plant", "*", "orderType", orderType, "check", check)
                        .put("mode", "RUN")
                        .put("onFail", "ASK"));
        gateway.process("integration-tests")
                .header("If-Match", standing.header("ETag"))
                .body(JsonObject.of("rows", rows).encode())
                .put(path)
                .then()
                .statusCode(200);
    }

    private Response overriding(String client, WorkOrder order, String check) {
        return gateway.process(client)
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("orderNumber", order.number())
                                .put(
                                        "overrides",
                                        JsonArray.of(
                                                JsonObject.of(
                                                        "check",
                                                        check,
                                                        "reason",
                                                        "Overtime is agreed")))
                                .encode())
                .post(WorkOrder.RELEASES);
    }
}
