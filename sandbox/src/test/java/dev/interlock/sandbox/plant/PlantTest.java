package dev.interlock.sandbox.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// What the back ends of the plant know and refuse.
class PlantTest extends PlantStory {
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
}
