package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class IdempotencyIT {
    private static final String KEY = "Idempotency-Key";
    private static final String RESERVATIONS = "/system/v1/reservations";

    private final Gateway gateway;

    IdempotencyIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aPropagationAskedAgainUnderItsKeyIsAnsweredByteForByte() {
        Change change = Change.of(gateway);
        String key = Gateway.newKey();
        Response first = change.propagate(key);
        List<Plant.Effect> effects = gateway.plant().effectsOn(change.product().id());

        Response again = change.propagate(key);

        assertThat(first.statusCode()).isEqualTo(201);
        expectReplay(first, again);
        assertThat(gateway.plant().effectsOn(change.product().id())).isEqualTo(effects);
        change.expectEverywhereOnce();
    }

    @Test
    void aPropagationAskedForUnderAnotherKeyIsTheOneThatStands() {
        Change change = Change.of(gateway);
        Response first = change.propagate(Gateway.newKey());

        Response again = change.propagate(Gateway.newKey());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("propagationId"))
                .isEqualTo(first.jsonPath().getString("propagationId"));
        change.expectEverywhereOnce();
    }

    @Test
    void aReleaseAskedAgainUnderItsKeyReservesAndStartsOnce() {
        WorkOrder order = WorkOrder.of(gateway);
        String key = Gateway.newKey();
        Response first = order.release(key);

        Response again = order.release(key);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        expectReplay(first, again);
        order.expectReleasedOnce();
    }

    @Test
    void aRefusalIsAnAnswerLikeAnyOther() {
        String key = Gateway.newKey();
        WorkOrder shortOfMaterial = new WorkOrder(gateway, "100002");
        Response first = shortOfMaterial.release(key);

        Response again = shortOfMaterial.release(key);

        assertThat(first.statusCode()).isEqualTo(422);
        expectReplay(first, again);
    }

    @Test
    void aKeyServesOneRequestOnly() {
        String key = Gateway.newKey();
        new WorkOrder(gateway, "100002").release(key);

        Response other = new WorkOrder(gateway, "100003").release(key);

        other.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aRequestWithAnEffectNeedsAKey() {
        Change change = Change.of(gateway);
        gateway.process("plm")
                .body(change.request())
                .post("/process/v1/propagations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-invalid"));
        gateway.system("erp")
                .body(JsonObject.of("orderNumber", "100001").encode())
                .post(RESERVATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));

        assertThat(gateway.plant().did("PLM", change.number(), "IMPLEMENT_CHANGE")).isFalse();
    }

    @Test
    void theSystemTierReservesOnceUnderAKey() {
        WorkOrder order = WorkOrder.of(gateway);
        String key = Gateway.newKey();
        Response first = reserve(key, order.number());

        Response again = reserve(key, order.number());
        Response other = reserve(key, WorkOrder.of(gateway).number());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        expectReplay(first, again);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        other.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        order.expectReservedOnce();
    }

    @Test
    void theSystemTierCallsAShopFloorOnceUnderAKey() {
        Product product = Product.in(gateway);
        gateway.plant().remembersKeys("MES", false);
        String key = Gateway.newKey();
        Response first = store(product, key);

        Response again = store(product, key);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        expectReplay(first, again);
        assertThat(gateway.plant().effectsOn(product.id()))
                .filteredOn(effect -> effect.effectKey().equals(key))
                .hasSize(1);
    }

    private Response reserve(String key, String order) {
        return gateway.system("erp")
                .header(KEY, key)
                .body(JsonObject.of("orderNumber", order).encode())
                .post(RESERVATIONS);
    }

    private Response store(Product product, String key) {
        return gateway.system("integration-tests")
                .header(KEY, key)
                .body(Product.masterBody().encode())
                .put("/system/v1/shopfloor-masters/1000/%s/B".formatted(product.id()));
    }

    private static void expectReplay(Response first, Response again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }
}
