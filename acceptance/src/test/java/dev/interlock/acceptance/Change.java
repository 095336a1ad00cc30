package dev.interlock.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// An approved change that takes a product from A to B with another seal, as PLM puts it and has it
/// propagated.
record Change(Gateway gateway, Product product, String number) {
    private static final JsonObject DECIDED =
            JsonObject.of("stock", "USE_UP", "workInProcess", "USE_AS_IS")
                    .put("openPurchaseOrders", "USE_AS_IS")
                    .put("finishedGoods", "USE_AS_IS");
    private static final String PROPAGATIONS = "/process/v1/propagations";
    private static final Duration LONGEST = Duration.ofSeconds(100);

    /// Stands in PLM; nobody else knows of it.
    static Change of(Gateway gateway) {
        return of(gateway, body -> body);
    }

    /// The same, but said otherwise.
    static Change of(Gateway gateway, UnaryOperator<JsonObject> otherwise) {
        return of(gateway, Product.in(gateway), otherwise);
    }

    /// Of a product that stands already.
    static Change of(Gateway gateway, Product product, UnaryOperator<JsonObject> otherwise) {
        Change change = new Change(gateway, product, "ECO-" + product.id());
        gateway.system("plm")
                .body(otherwise.apply(change.body()).encode())
                .put("/system/v1/engineering-changes/" + change.number)
                .then()
                .statusCode(201);
        return change;
    }

    private JsonObject body() {
        return JsonObject.of("type", "ORDER", "title", "Better seal", "reason", "Leakage")
                .put("priority", "NORMAL")
                .put("status", "APPROVED")
                .put("version", 1)
                .put("effectivity", JsonObject.of("kind", "IMMEDIATE"))
                .put("items", JsonArray.of(item()))
                .put(
                        "bomChanges",
                        JsonArray.of(
                                move("REMOVE", "SL-0450", 10)
                                        .put("oldQuantity", Product.quantity("1"))
                                        .put("disposition", DECIDED),
                                move("ADD", "SL-0460", 15)
                                        .put("newQuantity", Product.quantity("1"))
                                        .put("operation", 10)))
                .put("routingChanges", new JsonArray())
                .put(
                        "approvals",
                        JsonArray.of(
                                JsonObject.of("approver", "engineering", "decision", "APPROVED")
                                        .put("decidedAt", "2026-01-15T09:30:00Z")));
    }

    private JsonObject item() {
        return JsonObject.of("itemId", product.id(), "fromRevision", "A", "toRevision", "B")
                .put("lifecycle", "RELEASED")
                .put("interchangeable", true)
                .put("attributes", JsonObject.of("drawingNumber", "D-2", "material", "STEEL"))
                .put("plants", new JsonArray(List.copyOf(Product.PLANTS)))
                .put("disposition", DECIDED);
    }

    private JsonObject move(String action, String component, int position) {
        return JsonObject.of("action", action, "parentId", product.id())
                .put("componentId", component)
                .put("position", position);
    }

    String request() {
        return JsonObject.of("changeNumber", number).encode();
    }

    /// Asked by PLM; waits as long as the gateway does.
    Response propagate(String key) {
        return gateway.process("plm")
                .header("Idempotency-Key", key)
                .body(request())
                .post(PROPAGATIONS);
    }

    void propagateToItsEnd() {
        Response answer = propagate(Gateway.newKey());
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(201, 202);
        awaitStatus(requireNonNull(answer.jsonPath().getString("propagationId")), "COMPLETED");
    }

    /// Until ERP, which takes half a second for anything, has the new revision and lacks everything
    /// else.
    String propagateSlowly() {
        gateway.plant().fault("ERP", "SLOW", 500);
        String propagation = propagateMeanwhile();
        Patience.await(
                "revision B",
                Duration.ofSeconds(20),
                () -> gateway.plant().did("ERP", product.id(), "PUT revisions IN_WORK"));
        return propagation;
    }

    /// Asked by PLM at one of several doors.
    Response propagateAt(URI door, String key) {
        return gateway.at(door)
                .auth()
                .preemptive()
                .oauth2(gateway.token("plm"))
                .header("Idempotency-Key", key)
                .body(request())
                .post(PROPAGATIONS);
    }

    /// Asked by PLM, which does not wait; answers the propagation's id.
    String propagateMeanwhile() {
        Response answer =
                gateway.process("plm")
                        .header("Idempotency-Key", Gateway.newKey())
                        .header("Prefer", "respond-async")
                        .body(request())
                        .post(PROPAGATIONS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return requireNonNull(answer.jsonPath().getString("propagationId"));
    }

    JsonPath propagation(String id) {
        return gateway.process("plm").get(PROPAGATIONS + "/" + id).jsonPath();
    }

    JsonPath awaitStatus(String id, String status) {
        Patience.await(
                "%s %s".formatted(number, status),
                LONGEST,
                () -> propagation(id).prettify(),
                seen -> status.equals(JsonPath.from(seen).getString("status")));
        return propagation(id);
    }

    /// Every system of both plants has revision B, BOREALIS has its notice, PLM is told; each
    /// effect happened once.
    void expectEverywhereOnce() {
        Plant plant = gateway.plant();
        String revision = "items/%s/revisions/B".formatted(product.id());
        for (String at : Product.PLANTS) {
            assertThat(plant.effectsOn(product.id()))
                    .extracting(Plant.Effect::deed)
                    .contains(
                            "ERP : PUT boms %s/boms/%s".formatted(revision, at),
                            "ERP : PUT routings %s/routings/%s".formatted(revision, at),
                            "MES %s: STORE_MATERIAL_DEFINITION %s/B".formatted(at, product.id()),
                            "QMS : STORE_PLAN %s/%s/B".formatted(at, product.id()));
        }
        assertThat(plant.effectsOn(product.id()))
                .extracting(Plant.Effect::deed)
                .contains(
                        "ERP : PUT revisions IN_WORK " + revision,
                        "ERP : PUT revisions RELEASED " + revision);
        assertThat(plant.did("PLM", number, "IMPLEMENT_CHANGE")).isTrue();
        plant.expectEachEffectOnce(product.id());
        plant.expectEachEffectOnce(number);
        gateway.partner("supplier-borealis")
                .get("/partner/v1/engineering-notices/" + number)
                .then()
                .statusCode(200);
    }
}
