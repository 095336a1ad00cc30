package dev.interlock.process.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;

/// What an operator looks up and does.
final class OperationsCalls {
    private OperationsCalls() {}

    static List<String> found(String question) {
        return json(get("/runs?" + question)).getList("items.runId");
    }

    static JsonPath json(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    static Response get(String path) {
        return given().urlEncodingEnabled(false).get("/process/v1" + path);
    }

    static Response act(long exception, String verb) {
        return act(exception, verb, UUID.randomUUID().toString());
    }

    static Response act(long exception, String verb, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"looked at it\"}")
                .post("/process/v1/exceptions/" + exception + "/" + verb);
    }
}
