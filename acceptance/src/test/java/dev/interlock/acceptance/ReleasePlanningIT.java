package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.sandbox.layout.Part;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a planner does with release checks: sees every reason, decides what is left to decide, and
/// looks at a whole day.
@ExtendWith(GatewayExtension.class)
class ReleasePlanningIT {
    private static final String CHECKS = "/process/v1/release-checks";
    private static final String BATCHES = CHECKS + "/batches";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration LATER = Duration.ofMinutes(5);

    /// A large plant's day has more: `-Dinterlock.day=500`.
    private static final int ORDERS = Integer.getInteger("interlock.day", 60);

    /// Of twelve minutes each, at a work center of 16 hours; beyond, its capacity is to be decided.
    private static final int FIT_A_DAY = 80;

    private static final long SLOW_MS = 100;

    private final Gateway gateway;

    ReleasePlanningIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void everythingThatIsPlannedAroundAnOrderSpeaksAtOnce() {
        Product product = Product.in(gateway);
        WorkOrder order =
                order(
                        product.id(),
                        JsonObject.of("salesOrderNumber", salesOrderOnHold(product.id())));
        order(product.id() + "-SUB", JsonObject.of("parentOrderNumber", order.number()), product);
        criticalNonconformance(product, order);

        JsonPath checked = check("erp", order.number()).jsonPath();

        assertThat(checked.getString("decision")).isEqualTo("BLOCKED");
        assertThat(checked.<String>getList("findings.findAll { it.outcome == 'BLOCK' }.check"))
                .containsExactlyInAnyOrder(
                        "quality-ready", "sub-orders-released", "demand-valid", "cost-ready");
        assertThat(checked.<String>getList("findings.detail").toString())
                .contains(
                        product.id() + "-SUB",
                        "is ON_HOLD",
                        "Critical nonconformance",
                        "needs a settlement rule");
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
        assertThat(asIs.asString()).contains("Work center ASSY-1 has 16:50 h planned");
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
                order(
                        product.id() + "-P",
                        JsonObject.of("orderType", "PROTOTYPE", "settlementRule", "MATERIAL_100")
                                .put("quantity", Product.quantity("5")),
                        product);

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
        mayBeDecided("TRIAL", "order-status");
        Product product = Product.in(gateway);
        WorkOrder order =
                order(
                        product.id() + "-T",
                        JsonObject.of("orderType", "TRIAL", "settlementRule", "MATERIAL_100"),
                        product);
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

    @Test
    void theMesOfAPlantSeesOnlyItsOwnOrders() {
        check("mes-1000", "100001").then().statusCode(200);

        Response foreign = check("mes-2000", "100001");
        Response unknown = check("mes-2000", "199999");

        foreign.then().statusCode(422);
        assertThat(anonymous(foreign, "100001")).isEqualTo(anonymous(unknown, "199999"));
    }

    private static String anonymous(Response answer, String order) {
        return answer.asString().replace(order, "…").replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    /// The replica that began it is killed; whoever comes next goes on.
    @Test
    void aDayIsCheckedToItsEndWhoeverDies() {
        Product product = Product.in(gateway);
        List<String> numbers =
                IntStream.range(0, ORDERS)
                        .mapToObj(i -> "DAY-%03d".formatted(i))
                        .peek(number -> WorkOrder.of(gateway, product, number, "1", 210))
                        .toList();
        gateway.plant().fault("MES:1000", "SLOW", SLOW_MS);
        String batch =
                gateway.process("mes-1000")
                        .header("Idempotency-Key", Gateway.newKey())
                        .body(
                                JsonObject.of("plant", "1000")
                                        .put(
                                                "plannedStart",
                                                LocalDate.now(ZoneOffset.UTC)
                                                        .plusDays(210)
                                                        .toString())
                                        .encode())
                        .post(BATCHES)
                        .then()
                        .statusCode(202)
                        .body("total", equalTo(ORDERS))
                        .extract()
                        .header("Location");

        int before =
                Patience.await(
                        "a part of the batch", SOON, () -> done(batch), seen -> seen > ORDERS / 5);
        gateway.kill(Part.PROCESS_APIS);
        gateway.start(Part.PROCESS_APIS);
        int after = done(batch);

        Patience.await(
                "the end of the batch",
                LATER,
                () ->
                        String.valueOf(
                                gateway.process("mes-1000").get(batch).<Object>path("endedAt")),
                ended -> !ended.equals("null"));
        assertThat(before).isBetween(1, ORDERS - 1);
        assertThat(after).isBetween(before, ORDERS);
        JsonPath ended = gateway.process("mes-1000").get(batch).jsonPath();
        assertThat(ended.getInt("done")).isEqualTo(ORDERS);
        assertThat(ended.<String>getList("lines.orderNumber")).isEqualTo(numbers);
        assertThat(ended.<String>getList("lines.decision"))
                .containsOnly(ORDERS > FIT_A_DAY ? "NEEDS_DECISION" : "RELEASABLE");
        gateway.process("mes-2000").get(batch).then().statusCode(404);
    }

    private int done(String batch) {
        return gateway.process("mes-1000").get(batch).<Integer>path("done");
    }

    private Response check(String client, String order) {
        return gateway.process(client)
                .body(JsonObject.of("orderNumber", order).encode())
                .post(CHECKS);
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

    private WorkOrder order(String number, JsonObject more) {
        return order(number, more, new Product(number));
    }

    /// Without a settlement rule, which its type needs.
    private WorkOrder order(String number, JsonObject more, Product product) {
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

    private String salesOrderOnHold(String product) {
        String number = "SO-" + product;
        gateway.system("erp")
                .body(JsonObject.of("customer", "Windkraft AG", "status", "ON_HOLD").encode())
                .put("/system/v1/sales-orders/" + number)
                .then()
                .statusCode(201);
        return number;
    }

    private void criticalNonconformance(Product product, WorkOrder order) {
        gateway.system("integration-tests")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("itemId", product.id(), "revision", "A")
                                .put("plant", "1000")
                                .put("orderNumber", order.number())
                                .put("defectCode", "CRACK")
                                .put("quantity", Product.quantity("1"))
                                .put("severity", "CRITICAL")
                                .put("description", "Crack at the flange")
                                .encode())
                .post("/system/v1/nonconformances")
                .then()
                .statusCode(201);
    }
}
