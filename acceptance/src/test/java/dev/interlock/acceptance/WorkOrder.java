package dev.interlock.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// A production order of a test's own in plant 1000, which nothing keeps from its release.
record WorkOrder(Gateway gateway, String number) {
    static final String RELEASES = "/process/v1/releases";
    private static final Set<String> ENDED =
            Set.of("RELEASED", "REFUSED", "ROLLED_BACK", "UNANSWERED", "REJECTED");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMinutes(2);

    static WorkOrder of(Gateway gateway) {
        Product product = Product.in(gateway);
        return of(gateway, product, product.id(), "5", 3);
    }

    /// One of several that make the same, on a day of its own choice.
    static WorkOrder of(
            Gateway gateway, Product product, String number, String quantity, int startsInDays) {
        LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(startsInDays);
        JsonObject body =
                JsonObject.of("orderNumber", number, "orderType", "STANDARD")
                        .put("plant", "1000")
                        .put("itemId", product.id())
                        .put("revision", "A")
                        .put("quantity", Product.quantity(quantity))
                        .put("plannedStart", start.toString())
                        .put("plannedEnd", start.plusDays(1).toString())
                        .put("settlementRule", "MATERIAL_100");
        gateway.system("erp")
                .header("Idempotency-Key", Gateway.newKey())
                .body(body.encode())
                .post("/system/v1/production-orders")
                .then()
                .statusCode(201);
        return new WorkOrder(gateway, number);
    }

    /// One of a single piece, in half a year; without a settlement rule, which most types need,
    /// unless `more` names one.
    static WorkOrder of(Gateway gateway, Product product, String number, JsonObject more) {
        LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(205);
        gateway.system("erp")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("orderNumber", number, "orderType", "STANDARD")
                                .put("plant", "1000")
                                .put("itemId", product.id())
                                .put("revision", "A")
                                .put("quantity", Product.quantity("1"))
                                .put("plannedStart", start.toString())
                                .put("plannedEnd", start.plusDays(1).toString())
                                .mergeIn(more)
                                .encode())
                .post("/system/v1/production-orders")
                .then()
                .statusCode(201);
        return new WorkOrder(gateway, number);
    }

    String request() {
        return JsonObject.of("orderNumber", number).encode();
    }

    Response release(String key) {
        return gateway.process("erp").header("Idempotency-Key", key).body(request()).post(RELEASES);
    }

    /// Asked by the ERP, which does not wait; answers the release's id.
    String releaseMeanwhile() {
        Response answer =
                gateway.process("erp")
                        .header("Idempotency-Key", Gateway.newKey())
                        .header("Prefer", "respond-async")
                        .body(request())
                        .post(RELEASES);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return requireNonNull(answer.jsonPath().getString("releaseId"));
    }

    String statusOf(String release) {
        return requireNonNull(
                gateway.process("erp")
                        .get(RELEASES + "/" + release)
                        .jsonPath()
                        .getString("status"));
    }

    JsonPath releaseOf(String release) {
        return gateway.process("integration-tests").get(RELEASES + "/" + release).jsonPath();
    }

    /// The circuits that an earlier fault has opened are closed again.
    void awaitReleasable() {
        Patience.await(
                number + " releasable",
                SOON,
                () ->
                        gateway.process("erp")
                                .body(request())
                                .post("/process/v1/release-checks")
                                .jsonPath()
                                .getString("decision"),
                "RELEASABLE"::equals);
    }

    /// It has ended, or a person is asked; WAITING without an exception goes on by itself, and so
    /// does what is only overdue.
    void awaitRest(String release) {
        Patience.await(
                "a rest of " + number,
                LATER,
                () -> {
                    JsonPath run =
                            gateway.process("integration-tests")
                                    .get("/process/v1/runs/" + release)
                                    .jsonPath();
                    List<String> exceptions =
                            run.getList("exceptions.findAll { it.cause != 'OVERDUE' }.status");
                    return statusOf(release)
                            + (exceptions.contains("OPEN") ? " with an open exception" : "");
                },
                seen -> ENDED.contains(seen) || seen.endsWith("open exception"));
    }

    /// Reserved, stored, staged, released and allowed to start; each once.
    void expectReleasedOnce() {
        gateway.system("erp")
                .get("/system/v1/production-orders/" + number)
                .then()
                .body("lifecycle", equalTo("RELEASED"));
        gateway.system("mes-1000")
                .get("/system/v1/job-orders/" + number)
                .then()
                .body("state", equalTo("ALLOWED_TO_START"));
        expectReservedOnce();
        Plant plant = gateway.plant();
        assertThat(plant.effectsOn(number))
                .filteredOn(effect -> !effect.deed().endsWith("/A"))
                .extracting(Plant.Effect::operation)
                .containsExactlyInAnyOrder(
                        "STORE_JOB_ORDER", "STORE_STAGING", "POST releases", "START_JOB_ORDER");
        plant.expectEachEffectOnce(number);
    }

    void expectReservedOnce() {
        gateway.system("erp")
                .get("/system/v1/reservations?orderNumber=" + number)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
