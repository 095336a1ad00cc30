package dev.interlock.sandbox.plant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What the plant remembers of what it was asked for, also when it starts again.
class PlantMemoryTest extends PlantStory {
    @Test
    void givesTheFirstAnswerAgainForARepeatedEffectKey() throws IOException {
        knowTheGearbox();
        storeJob(JOB);

        HttpResponse<String> first = startJob();
        HttpResponse<String> again = startJob();

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(effects("effectKey=run-1.start")).hasSize(1);
    }

    @Test
    void performsAgainWhenToldToForgetEffectKeys() throws IOException {
        client.put(PORTS.plantControl(), "/targets/MES:1000", JsonObject.of("dedupes", false));
        knowTheGearbox();
        storeJob(JOB);

        startJob();
        HttpResponse<String> again = startJob();

        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void remembersEverythingWhenItStartsAgain() throws IOException {
        knowTheGearbox();
        client.send("PUT", PORTS.mes1000(), "/job-orders/100001", JOB, "run-1.store");

        plant.close();
        plant = Plant.start(PORTS, file);

        assertThat(json(client.get(PORTS.mes1000(), "/job-orders/100001")).getString("reference"))
                .isEqualTo("run-1");
        assertThat(
                        client.send(
                                        "PUT",
                                        PORTS.mes1000(),
                                        "/job-orders/100001",
                                        JOB,
                                        "run-1.store")
                                .statusCode())
                .isEqualTo(201);
        assertThat(effects("effectKey=run-1.store")).hasSize(1);
    }

    @Test
    void countsWhatTookEffectInTheErpBehindTheProxy() throws IOException {
        HttpServer erp =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), PORTS.systemApis()),
                        0);
        erp.createContext(
                "/",
                exchange -> {
                    byte[] body = "{\"movementId\":\"7\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Location", "/system/v1/movements/7");
                    // a connection that is kept may be used again before its end is seen
                    exchange.getResponseHeaders().set("Connection", "close");
                    exchange.getResponseHeaders()
                            .set(
                                    "Idempotency-Replayed",
                                    String.valueOf(
                                            exchange.getRequestHeaders().containsKey("Again")));
                    exchange.sendResponseHeaders(
                            exchange.getRequestURI().getPath().contains("refused") ? 422 : 201,
                            body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        erp.start();

        HttpResponse<String> passed =
                client.send(
                        "POST",
                        PORTS.erpProxy(),
                        "/system/v1/movements?x=1",
                        new JsonObject(),
                        "key-1");
        client.send("POST", PORTS.erpProxy(), "/system/v1/refused", new JsonObject(), "key-2");
        client.get(PORTS.erpProxy(), "/system/v1/movements");
        erp.stop(0);
        HttpResponse<String> nobody =
                client.send(
                        "POST",
                        PORTS.erpProxy(),
                        "/system/v1/movements",
                        new JsonObject(),
                        "key-3");

        JsonObject call =
                json(client.get(PORTS.plantControl(), "/calls"))
                        .getJsonArray("items")
                        .getJsonObject(0);
        assertThat(call.getString("uri")).isEqualTo("/system/v1/movements?x=1");
        assertThat(call.getLong("ownMicros"))
                .as("the time of whoever stands behind is not the proxy's")
                .isLessThan(tookMicros(call));
        assertThat(passed.statusCode()).isEqualTo(201);
        assertThat(passed.headers().firstValue("Location")).contains("/system/v1/movements/7");
        assertThat(nobody.statusCode()).isEqualTo(503);
        assertThat(json(nobody).getString("effect")).isEqualTo("NONE");
        assertThat(effects("system=ERP"))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(((JsonObject) effect).getString("businessKey")).isEqualTo("7");
                    assertThat(((JsonObject) effect).getString("operation"))
                            .isEqualTo("POST movements");
                });
    }

    @Test
    void tellsWhichCallCameAfterWhichWasAnswered() throws IOException {
        knowTheGearbox();
        client.get(PORTS.mes1000(), "/job-orders/100001");

        JsonArray calls = json(client.get(PORTS.plantControl(), "/calls")).getJsonArray("items");

        JsonObject stored = calls.getJsonObject(calls.size() - 2);
        JsonObject asked = calls.getJsonObject(calls.size() - 1);
        assertThat(stored.getString("method")).isEqualTo("PUT");
        assertThat(asked.getString("target")).isEqualTo("MES:1000");
        assertThat(asked.getString("uri")).isEqualTo("/job-orders/100001");
        assertThat(asked.getLong("cameMicros")).isGreaterThan(stored.getLong("leftMicros"));
        assertThat(asked.getLong("leftMicros")).isGreaterThanOrEqualTo(asked.getLong("cameMicros"));
        assertThat(asked.getLong("ownMicros")).isEqualTo(tookMicros(asked));
    }

    private static long tookMicros(JsonObject call) {
        return call.getLong("leftMicros") - call.getLong("cameMicros");
    }

    private HttpResponse<String> startJob() throws IOException {
        return client.send(
                "POST",
                PORTS.mes1000(),
                "/job-orders/100001/start",
                new JsonObject(),
                "run-1.start");
    }
}
