package dev.interlock.sandbox.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.sandbox.layout.Ports;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantTest {
    private static final Ports PORTS = new Ports(17000);
    private static final JsonObject DEFINITION =
            JsonObject.of("description", "planetary gearbox", "unit", "EA");
    private static final JsonObject JOB =
            JsonObject.of(
                    "materialId",
                    "GB-4711",
                    "revision",
                    "B",
                    "quantity",
                    "5",
                    "unit",
                    "EA",
                    "startOn",
                    "2026-11-23",
                    "endOn",
                    "2026-11-24",
                    "reference",
                    "run-1");

    private final PlantClient client = new PlantClient();
    private Path file;
    private Plant plant;

    @BeforeEach
    void open(@TempDir Path directory) {
        file = directory.resolve("plant.json");
        plant = Plant.start(PORTS, file);
    }

    @AfterEach
    void close() {
        plant.close();
        client.close();
    }

    @Test
    void storesAJobOrderThatMayNotStartBeforeItIsAllowed() throws IOException {
        knowTheGearbox();

        assertThat(storeJob(JOB).statusCode()).isEqualTo(201);
        assertThat(json(client.get(PORTS.mes1000(), "/job-orders/100001")).getString("state"))
                .isEqualTo("NOT_ALLOWED_TO_START");

        HttpResponse<String> started =
                client.post(PORTS.mes1000(), "/job-orders/100001/start", new JsonObject());
        assertThat(json(started).getString("state")).isEqualTo("ALLOWED_TO_START");
    }

    @Test
    void refusesAJobOrderForWhatTheMesCannotMake() throws IOException {
        HttpResponse<String> refused = storeJob(JOB);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).getJsonObject("error").getString("code"))
                .isEqualTo("material-unknown");
    }

    @Test
    void findsAnIdenticalJobOrderAndRefusesADifferentOne() throws IOException {
        knowTheGearbox();
        storeJob(JOB);

        assertThat(storeJob(JOB).statusCode()).isEqualTo(200);
        HttpResponse<String> foreign = storeJob(JOB.copy().put("reference", "run-2"));
        assertThat(foreign.statusCode()).isEqualTo(409);
        assertThat(json(foreign).getString("state")).isEqualTo("NOT_ALLOWED_TO_START");
        assertThat(effects("system=MES&operation=STORE_JOB_ORDER")).hasSize(1);
    }

    @Test
    void takesBackAJobOrderOnlyWhileItMayNotStart() throws IOException {
        knowTheGearbox();
        storeJob(JOB);

        assertThat(
                        client.post(PORTS.mes1000(), "/job-orders/100001/revoke", new JsonObject())
                                .statusCode())
                .isEqualTo(204);
        assertThat(client.get(PORTS.mes1000(), "/job-orders/100001").statusCode()).isEqualTo(404);
        assertThat(
                        client.post(PORTS.mes1000(), "/job-orders/100001/revoke", new JsonObject())
                                .statusCode())
                .isEqualTo(404);

        storeJob(JOB);
        client.post(PORTS.mes1000(), "/job-orders/100001/start", new JsonObject());
        assertThat(
                        client.post(PORTS.mes1000(), "/job-orders/100001/revoke", new JsonObject())
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void numbersTheContentOfAChangeByItsVersion() throws IOException {
        JsonObject change =
                JsonObject.of(
                        "version",
                        1,
                        "status",
                        "APPROVED",
                        "title",
                        "new seal",
                        "items",
                        JsonArray.of(JsonObject.of("itemId", "GB-4711")));

        assertThat(storeChange(change).statusCode()).isEqualTo(201);
        assertThat(storeChange(change).statusCode()).isEqualTo(200);
        assertThat(storeChange(change.copy().put("title", "other")).statusCode()).isEqualTo(422);
        assertThat(storeChange(change.copy().put("version", 2)).statusCode()).isEqualTo(200);
        assertThat(storeChange(change).statusCode()).isEqualTo(409);
        assertThat(
                        json(client.get(PORTS.plm(), "/changes?itemId=GB-4711&status=APPROVED"))
                                .getJsonArray("changes"))
                .hasSize(1);
        assertThat(
                        json(client.get(PORTS.plm(), "/changes?changedSince=2999-01-01T00:00:00Z"))
                                .getJsonArray("changes"))
                .isEmpty();
    }

    @Test
    void implementsAnApprovedChangeOnce() throws IOException {
        storeChange(JsonObject.of("version", 1, "status", "APPROVED"));

        assertThat(implement(2).statusCode()).isEqualTo(409);
        assertThat(json(implement(1)).getString("status")).isEqualTo("IMPLEMENTED");
        assertThat(implement(1).statusCode()).isEqualTo(200);
        assertThat(effects("operation=IMPLEMENT_CHANGE")).hasSize(1);
    }

    @Test
    void stagesAnOrderUntilItIsCancelled() throws IOException {
        JsonObject request =
                JsonObject.of("plant", "1000", "supplyLocation", "PSA-1", "lines", new JsonArray());

        assertThat(client.put(PORTS.wms(), "/staging/100001", request).statusCode()).isEqualTo(201);
        assertThat(
                        client.put(
                                        PORTS.wms(),
                                        "/staging/100001",
                                        request.copy().put("supplyLocation", "PSA-2"))
                                .statusCode())
                .isEqualTo(409);
        assertThat(
                        client.post(PORTS.wms(), "/staging/100001/cancel", new JsonObject())
                                .statusCode())
                .isEqualTo(200);
        assertThat(client.put(PORTS.wms(), "/staging/100001", request).statusCode()).isEqualTo(201);
        assertThat(client.post(PORTS.wms(), "/staging/100001/stage", new JsonObject()).statusCode())
                .isEqualTo(200);
        assertThat(
                        client.post(PORTS.wms(), "/staging/100001/cancel", new JsonObject())
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void givesTheFirstAnswerAgainForARepeatedEffectKey() throws IOException {
        knowTheGearbox();
        storeJob(JOB);

        HttpResponse<String> first =
                client.send(
                        "POST",
                        PORTS.mes1000(),
                        "/job-orders/100001/start",
                        new JsonObject(),
                        "run-1.start");
        HttpResponse<String> again =
                client.send(
                        "POST",
                        PORTS.mes1000(),
                        "/job-orders/100001/start",
                        new JsonObject(),
                        "run-1.start");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(effects("effectKey=run-1.start")).hasSize(1);
    }

    @Test
    void performsAgainWhenToldToForgetEffectKeys() throws IOException {
        client.put(PORTS.plantControl(), "/targets/MES:1000", JsonObject.of("dedupes", false));
        knowTheGearbox();
        storeJob(JOB);

        client.send(
                "POST",
                PORTS.mes1000(),
                "/job-orders/100001/start",
                new JsonObject(),
                "run-1.start");
        HttpResponse<String> again =
                client.send(
                        "POST",
                        PORTS.mes1000(),
                        "/job-orders/100001/start",
                        new JsonObject(),
                        "run-1.start");

        assertThat(again.statusCode()).isEqualTo(409);
    }

    @Test
    void closesThePortOfASystemThatIsDownAndOpensItAfterwards() throws IOException {
        fault("MES", "{'mode':'DOWN'}");
        assertThatThrownBy(() -> client.get(PORTS.mes1000(), "/job-orders/1"))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> client.get(PORTS.mes2000(), "/job-orders/1"))
                .isInstanceOf(ConnectException.class);

        client.delete(PORTS.plantControl(), "/faults");
        assertThat(client.get(PORTS.mes1000(), "/job-orders/1").statusCode()).isEqualTo(404);
    }

    @Test
    void performsAndThenDropsTheConnection() throws IOException {
        fault("MES:1000", "{'mode':'PERFORM_THEN_RESET'}");

        assertThatThrownBy(this::knowTheGearbox).isInstanceOf(IOException.class);

        client.delete(PORTS.plantControl(), "/faults");
        assertThat(client.get(PORTS.mes1000(), "/material-definitions/GB-4711/B").statusCode())
                .isEqualTo(200);
        assertThat(effects("system=MES&plant=1000")).hasSize(1);
    }

    @Test
    void performsAndThenDoesNotAnswer() throws IOException {
        fault("QMS", "{'mode':'PERFORM_THEN_STALL'}");

        assertThatThrownBy(() ->
                        client.put(
                                PORTS.qms(),
                                "/plans/1000/GB-4711/B",
                                JsonObject.of("steps", JsonArray.of(10))))
                .isInstanceOf(HttpTimeoutException.class);

        client.delete(PORTS.plantControl(), "/faults");
        assertThat(client.get(PORTS.qms(), "/plans/1000/GB-4711/B").statusCode()).isEqualTo(200);
    }

    @Test
    void answersWrongWithoutPerforming() throws IOException {
        fault("QMS", "{'mode':'ERROR_503'}");
        assertThat(client.put(PORTS.qms(), "/plans/1000/GB-4711/B", new JsonObject()).statusCode())
                .isEqualTo(503);
        fault("QMS", "{'mode':'GARBAGE'}");
        assertThat(client.put(PORTS.qms(), "/plans/1000/GB-4711/B", new JsonObject()).body())
                .startsWith("<html>");
        fault("QMS", "{'mode':'REFUSE_422'}");
        assertThat(client.put(PORTS.qms(), "/plans/1000/GB-4711/B", new JsonObject()).statusCode())
                .isEqualTo(422);

        assertThat(client.get(PORTS.qms(), "/plans/1000/GB-4711/B").statusCode()).isEqualTo(404);
        assertThat(effects("system=QMS")).isEmpty();
    }

    @Test
    void misbehavesForTheGivenShareOfTheCalls() throws IOException {
        fault("PLM", "{'mode':'ERROR_500','percent':25}");

        int failed = 0;
        for (int i = 0; i < 20; i++) {
            failed += client.get(PORTS.plm(), "/changes").statusCode() == 500 ? 1 : 0;
        }

        assertThat(failed).isEqualTo(5);
    }

    @Test
    void answersLateWithoutAnyFault() throws IOException {
        fault("WMS", "{'mode':'NONE','delayMs':300}");
        long begin = System.nanoTime();

        client.get(PORTS.wms(), "/staging/1");

        assertThat((System.nanoTime() - begin) / 1_000_000).isGreaterThanOrEqualTo(300);
    }

    @Test
    void saysWhatIsWrongWithAFaultSwitch() throws IOException {
        assertThat(fault("MES", "{'mode':'BROKEN'}").body()).contains("PERFORM_THEN_RESET");
        assertThat(fault("MES", "{'mode':'NONE','percent':101}").body())
                .contains("between 0 and 100");
        assertThat(fault("MES", "{'mode':'SLOW'}").body()).contains("delayMs");
        assertThat(fault("MES", "{'mode':'NONE','speed':1}").body()).contains("speed");
        HttpResponse<String> unknown = fault("SAP", "{'mode':'NONE'}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("MES:1000", "ERP");
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
    }

    private void knowTheGearbox() throws IOException {
        client.put(PORTS.mes1000(), "/material-definitions/GB-4711/B", DEFINITION);
    }

    private HttpResponse<String> storeJob(JsonObject job) throws IOException {
        return client.put(PORTS.mes1000(), "/job-orders/100001", job);
    }

    private HttpResponse<String> storeChange(JsonObject change) throws IOException {
        return client.put(PORTS.plm(), "/changes/ECO-1001", change);
    }

    private HttpResponse<String> implement(int version) throws IOException {
        return client.post(
                PORTS.plm(), "/changes/ECO-1001/implementation", JsonObject.of("version", version));
    }

    private HttpResponse<String> fault(String target, String json) throws IOException {
        return client.put(
                PORTS.plantControl(), "/faults/" + target, new JsonObject(json.replace('\'', '"')));
    }

    private JsonArray effects(String filter) throws IOException {
        return json(client.get(PORTS.plantControl(), "/effects?" + filter)).getJsonArray("items");
    }

    private static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }
}
