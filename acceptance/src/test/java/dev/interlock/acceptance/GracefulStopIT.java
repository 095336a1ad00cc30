package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.layout.Part;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A tier that is told to end finishes what it serves.
@ExtendWith(GatewayExtension.class)
class GracefulStopIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Gateway gateway;

    GracefulStopIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void thePropagationThatTheProcessTierServesIsAnswered() throws Exception {
        Change change = Change.of(gateway);
        gateway.plant().fault("MES", "SLOW", 3000);
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> change.propagate(Gateway.newKey()));
        Patience.await(
                "the MES at work",
                SOON,
                () ->
                        gateway.plant().effectsOn(change.product().id()).stream()
                                .anyMatch(effect -> effect.deed().endsWith("/B")));

        gateway.stop(Part.PROCESS_APIS);

        Response answered = answer.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(answered.statusCode()).as(answered.asString()).isIn(201, 202);
        gateway.mend();
        change.awaitStatus(answered.jsonPath().getString("propagationId"), "COMPLETED");
        change.expectEverywhereOnce();
    }

    @Test
    void theReleaseThatTheProcessTierServesIsAnswered() throws Exception {
        WorkOrder order = WorkOrder.of(gateway);
        gateway.plant().fault("WMS", "SLOW", 3000);
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> order.release(Gateway.newKey()));
        Patience.await(
                "the WMS at work",
                SOON,
                () -> gateway.plant().did("WMS", order.number(), "STORE_STAGING"));

        gateway.stop(Part.PROCESS_APIS);

        Response answered = answer.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(201);
        order.expectReleasedOnce();
    }

    @Test
    void theShopFloorMasterThatTheSystemTierPassesOnIsAnswered() throws Exception {
        Product product = Product.in(gateway);
        gateway.plant().fault("MES:1000", "SLOW", 3000);
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() ->
                        gateway.system("integration-tests")
                                .body(Product.masterBody().encode())
                                .put(
                                        "/system/v1/shopfloor-masters/1000/%s/B"
                                                .formatted(product.id())));
        Patience.await(
                "the MES at work",
                SOON,
                () ->
                        gateway.plant().effectsOn(product.id()).stream()
                                .anyMatch(effect -> effect.deed().endsWith("/B")));

        gateway.stop(Part.SYSTEM_APIS);

        Response answered = answer.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(201);
    }
}
