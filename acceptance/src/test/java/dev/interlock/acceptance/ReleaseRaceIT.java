package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Between check and effect the world changes: the effects refuse, and all systems agree.
@ExtendWith(GatewayExtension.class)
class ReleaseRaceIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int RACERS = 20;

    private final Gateway gateway;

    ReleaseRaceIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void ofTwentyReleasesForStockOfOneExactlyOneIsReleased() throws Exception {
        Product product = Product.ofRarePart(gateway, "1");
        List<WorkOrder> orders =
                IntStream.range(0, RACERS)
                        .mapToObj(i ->
                                WorkOrder.of(
                                        gateway,
                                        product,
                                        "%s-%02d".formatted(product.id(), i),
                                        "1",
                                        30 + i))
                        .toList();

        List<Response> answers = allAtOnce(orders);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 422);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        for (int i = 0; i < RACERS; i++) {
            JsonPath answer = answers.get(i).jsonPath();
            Standing standing = Standing.of(gateway, orders.get(i).number());
            if (answers.get(i).statusCode() == 201) {
                assertThat(answer.getString("status")).isEqualTo("RELEASED");
                assertThat(standing).matches(Standing::isEverywhere);
            } else {
                assertThat(answers.get(i).asString()).contains(product.rarePart());
                assertThat(standing).matches(Standing::isNowhere);
            }
        }
        assertThat(promised(product.rarePart())).isEqualTo(1);
    }

    private static List<Response> allAtOnce(List<WorkOrder> orders)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> asked =
                    orders.stream()
                            .map(order -> threads.submit(() -> order.release(Gateway.newKey())))
                            .toList();
            for (Future<Response> one : asked) {
                one.get();
            }
            return asked.stream().map(Future::resultNow).toList();
        }
    }

    /// How many pieces of the part open reservations hold.
    private long promised(String part) {
        return gateway
                .system("integration-tests")
                .get("/system/v1/reservations?limit=200")
                .jsonPath()
                .<List<String>>getList("items.findAll { it.status == 'OPEN' }.lines.itemId")
                .stream()
                .filter(items -> items.contains(part))
                .count();
    }

    @Test
    void aHoldPlacedBeforeErpReleasesTheOrderKeepsItEverywhereFromStarting() {
        WorkOrder order = WorkOrder.of(gateway, Product.in(gateway), "HELD-1", "5", 60);
        gateway.plant().fault("WMS", "SLOW", 2000);
        String release = order.releaseMeanwhile();
        awaitEffect("WMS", order.number(), "STORE_STAGING");

        hold("ORDER", order.number());
        gateway.plant().mend("WMS");

        JsonPath refused = awaitRest(order, release);
        assertThat(refused.getString("status")).isEqualTo("REFUSED");
        assertThat(refused.prettify()).contains("keeps it from being released");
        assertThat(Standing.of(gateway, order.number())).matches(Standing::isNowhere);
        assertThat(order.release(Gateway.newKey()).asString()).contains("order-status");
    }

    /// While the MES is slow to say what it knows, ERP has already said that nothing is held.
    @Test
    void aHoldPlacedOnTheMaterialAfterItWasCheckedKeepsItFromBeingReserved() {
        Product product = Product.ofRarePart(gateway, "5");
        WorkOrder order = WorkOrder.of(gateway, product, "HELD-2", "5", 61);
        gateway.plant().fault("MES:1000", "SLOW", 2500);
        String release = order.releaseMeanwhile();
        Patience.pause(1500);

        hold("ITEM", product.rarePart());
        gateway.plant().mend("MES:1000");

        JsonPath refused = awaitRest(order, release);
        assertThat(refused.getString("status")).as(refused.prettify()).isEqualTo("REFUSED");
        assertThat(Standing.of(gateway, order.number())).matches(Standing::isNowhere);
    }

    /// Approved and propagated between check and effect: the release demands the version that was
    /// checked.
    @Test
    void aChangeThatPullsTheOrderForwardMeanwhileRefusesItsRelease() {
        Product product = Product.in(gateway);
        WorkOrder order = WorkOrder.of(gateway, product, "PULLED-1", "5", 62);
        inFlight("PULL_FORWARD");
        try {
            gateway.plant().fault("WMS", "SLOW", 4900);
            String release = order.releaseMeanwhile();
            awaitEffect("WMS", order.number(), "STORE_STAGING");

            Change change = Change.of(gateway, product, body -> body);
            String propagation = change.propagateMeanwhile();
            Patience.await(
                    "the order at revision B",
                    SOON,
                    () ->
                            gateway.system("erp")
                                    .get("/system/v1/production-orders/" + order.number())
                                    .jsonPath()
                                    .getString("revision"),
                    "B"::equals);
            gateway.plant().mend("WMS");

            JsonPath refused = awaitRest(order, release);
            assertThat(refused.getString("status")).as(refused.prettify()).isEqualTo("REFUSED");
            assertThat(Standing.of(gateway, order.number())).matches(Standing::isNowhere);
            change.awaitStatus(propagation, "COMPLETED");
        } finally {
            inFlight("FINISH_ON_OLD");
        }
    }

    @Test
    void aChangeThatLetsTheOrderFinishOnOldMeanwhileLeavesItsReleaseAlone() {
        Change change = Change.of(gateway);
        WorkOrder order = WorkOrder.of(gateway, change.product(), "OLD-1", "5", 63);
        gateway.plant().fault("WMS", "SLOW", 2500);
        String release = order.releaseMeanwhile();
        awaitEffect("WMS", order.number(), "STORE_STAGING");

        String propagation = change.propagateMeanwhile();
        change.awaitStatus(propagation, "COMPLETED");
        gateway.plant().mend("WMS");

        assertThat(awaitRest(order, release).getString("status")).isEqualTo("RELEASED");
        assertThat(Standing.of(gateway, order.number())).matches(Standing::isEverywhere);
    }

    private void inFlight(String policy) {
        String path = "/process/v1/policies/in-flight";
        gateway.process("integration-tests")
                .header("If-Match", "*")
                .body(
                        JsonObject.of(
                                        "rows",
                                        JsonArray.of(JsonObject.of("plant", "*", "policy", policy)))
                                .encode())
                .put(path)
                .then()
                .statusCode(200);
    }

    private void hold(String scope, String target) {
        gateway.system("integration-tests")
                .header("Idempotency-Key", Gateway.newKey())
                .body(
                        JsonObject.of("scope", scope, "target", target, "reason", "Found a crack")
                                .put(
                                        "effects",
                                        JsonObject.of(
                                                "consume", true, "release", true, "ship", true,
                                                "pay", false))
                                .encode())
                .post("/system/v1/holds")
                .then()
                .statusCode(201);
    }

    private JsonPath awaitRest(WorkOrder order, String release) {
        order.awaitRest(release);
        return order.releaseOf(release);
    }

    private void awaitEffect(String system, String order, String operation) {
        Patience.await(
                "%s %s".formatted(system, operation),
                SOON,
                () -> gateway.plant().did(system, order, operation));
    }
}
