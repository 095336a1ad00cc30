package dev.interlock.sandbox.plant;

import dev.interlock.sandbox.layout.Ports;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A plant of its own for each test.
abstract class PlantStory {
    static final Ports PORTS = new Ports(17000);

    static final JsonObject DEFINITION =
            JsonObject.of("description", "planetary gearbox", "unit", "EA");

    static final JsonObject JOB =
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

    final PlantClient client = new PlantClient();

    Path file;

    Plant plant;

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

    void knowTheGearbox() throws IOException {
        client.put(PORTS.mes1000(), "/material-definitions/GB-4711/B", DEFINITION);
    }

    HttpResponse<String> storeJob(JsonObject job) throws IOException {
        return client.put(PORTS.mes1000(), "/job-orders/100001", job);
    }

    HttpResponse<String> storeChange(JsonObject change) throws IOException {
        return client.put(PORTS.plm(), "/changes/ECO-1001", change);
    }

    HttpResponse<String> implement(int version) throws IOException {
        return client.post(
                PORTS.plm(), "/changes/ECO-1001/implementation", JsonObject.of("version", version));
    }

    HttpResponse<String> fault(String target, String json) throws IOException {
        return client.put(
                PORTS.plantControl(), "/faults/" + target, new JsonObject(json.replace('\'', '"')));
    }

    JsonArray effects(String filter) throws IOException {
        return json(client.get(PORTS.plantControl(), "/effects?" + filter)).getJsonArray("items");
    }

    static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }
}
