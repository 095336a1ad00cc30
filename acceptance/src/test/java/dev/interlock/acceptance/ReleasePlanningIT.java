package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.sandbox.layout.Part;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
        WorkOrder.of(
                gateway,
                product,
                product.id() + "-SUB",
                JsonObject.of("parentOrderNumber", order.number()));
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
        gateway.endLeasesOfDead(Part.PROCESS_APIS);
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

    private WorkOrder order(String number, JsonObject more) {
        return WorkOrder.of(gateway, new Product(number), number, more);
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
