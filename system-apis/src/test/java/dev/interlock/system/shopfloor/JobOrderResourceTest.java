package dev.interlock.system.shopfloor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.interlock.system.Workshop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JobOrderResourceTest extends Workshop {
    private static final String MASTER =
            """
            {"description": "gearbox", "unit": "EA", "bom": [], "operations": []}
            """;

    private final String order = unique("J");

    @BeforeEach
    void teachTheMesTheItem() {
        for (var plant : new String[] {"1000", "2000"}) {
            assertThat(put("/shopfloor-masters/" + plant + "/GB-1/B", MASTER).statusCode())
                    .isIn(200, 201, 403);
        }
    }

    @Test
    void isStoredThenStartedOrTakenBack() {
        var effectKey = key();
        keyed(effectKey)
                .body(job("1000", "5"))
                .put("/system/v1/job-orders/" + order)
                .then()
                .statusCode(201)
                .body("state", is("NOT_ALLOWED_TO_START"))
                .body("plant", is("1000"))
                .body("quantity.value", is("5"))
                .body("reference", is(effectKey.replace(".step", "")))
                .header("ETag", notNullValue());
        get("/job-orders/" + order)
                .then()
                .statusCode(200)
                .body("orderNumber", is(order))
                .body("plannedStart", is("2026-12-01"));

        post("/job-orders/" + order + "/starts", "{}")
                .then()
                .statusCode(200)
                .body("state", is("ALLOWED_TO_START"));

        post("/job-orders/" + order + "/starts", "{}")
                .then()
                .statusCode(409)
                .body("code", is("wrong-state"))
                .body("state", is("ALLOWED_TO_START"))
                .body("allowed", contains("NOT_ALLOWED_TO_START"));
        post("/job-orders/" + order + "/revocations", "{}").then().statusCode(409);
        assertThat(
                        get("/events?types=mes.job-order.dispatched,mes.job-order.started&limit=200")
                                .jsonPath()
                                .<String>getList(
                                        "items.findAll { it.data.orderNumber == '"
                                                + order
                                                + "' }.type"))
                .containsExactly("mes.job-order.dispatched", "mes.job-order.started");
    }

    @Test
    void isGoneOnceTakenBack() {
        put("/job-orders/" + order, job("2000", "5")).then().statusCode(201);
        var undo = key();

        keyed(undo)
                .body("{}")
                .post("/system/v1/job-orders/" + order + "/revocations")
                .then()
                .statusCode(204);

        get("/job-orders/" + order).then().statusCode(404);
        keyed(undo)
                .body("{}")
                .post("/system/v1/job-orders/" + order + "/revocations")
                .then()
                .statusCode(204)
                .header("Idempotency-Replayed", "true");
        post("/job-orders/" + order + "/revocations", "{}").then().statusCode(404);
    }

    @Test
    void refusesAnotherRunsJobOrderAndUnknownThings() {
        put("/job-orders/" + order, job("1000", "5")).then().statusCode(201);

        put("/job-orders/" + order, job("1000", "5"))
                .then()
                .statusCode(409)
                .body("state", is("NOT_ALLOWED_TO_START"));
        put("/job-orders/" + order, job("2000", "5"))
                .then()
                .statusCode(409)
                .body("code", is("conflict"));
        put("/job-orders/" + unique("J"), job("9000", "5"))
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItems("/plant"))
                .body("detail", containsString("1000, 2000"));
        put("/job-orders/" + unique("J"), job("1000", "5").replace("GB-1", "NO-1"))
                .then()
                .statusCode(422)
                .body("code", is("target-refused"));
        get("/job-orders/NOBODY").then().statusCode(404);
        get("/job-orders/%20x").then().statusCode(404);
        post("/job-orders/NOBODY/starts", "{}").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "mes-2000", permissions = "shopfloor:read")
    @OidcSecurity(
            claims = {
                @Claim(key = "azp", value = "mes-2000"),
                @Claim(key = "plants", value = "2000")
            })
    void hidesOtherPlants() {
        get("/shopfloor-masters/1000/GB-1/B").then().statusCode(404);
        get("/shopfloor-masters/2000/NO-1/B").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,503,NONE",
        "ERROR_500,502,UNKNOWN",
        "ERROR_503,503,UNKNOWN",
        "SLOW,504,UNKNOWN",
        "GARBAGE,502,UNKNOWN",
        "PERFORM_THEN_RESET,502,UNKNOWN",
        "PERFORM_THEN_STALL,504,UNKNOWN",
        "REFUSE_422,422,"
    })
    void saysWhatAFaultMayHaveDone(String mode, int status, String effect) throws Exception {
        var effectKey = key();
        fault("MES:1000", mode);
        var failed = keyed(effectKey).body(job("1000", "5")).put("/system/v1/job-orders/" + order);
        failed.then().statusCode(status);
        if (effect != null) {
            failed.then().body("effect", is(effect)).body("system", is("MES"));
        }

        mend("MES:1000");
        settled(() -> keyed(effectKey).body(job("1000", "5")).put("/system/v1/job-orders/" + order))
                .then()
                .statusCode(201);
        assertThat(effects(effectKey)).isEqualTo(1);
    }

    @Test
    void startsOnceThoughTheMesForgetsKeysAndAnswersNothing() throws Exception {
        remembers("MES", false);
        put("/job-orders/" + order, job("1000", "5")).then().statusCode(201);
        var effectKey = key();
        fault("MES:1000", "PERFORM_THEN_RESET");
        keyed(effectKey)
                .body("{}")
                .post("/system/v1/job-orders/" + order + "/starts")
                .then()
                .statusCode(502)
                .body("effect", is("UNKNOWN"));
        keyed(effectKey)
                .body("{}")
                .post("/system/v1/job-orders/" + order + "/starts")
                .then()
                .statusCode(409)
                .body("code", is("request-in-progress"));

        mend("MES:1000");
        settled(() ->
                        keyed(effectKey)
                                .body("{}")
                                .post("/system/v1/job-orders/" + order + "/starts"))
                .then()
                .statusCode(200)
                .body("state", is("ALLOWED_TO_START"));

        assertThat(effects(effectKey)).isEqualTo(1);
    }

    private static String job(String plant, String quantity) {
        return """
        {"plant": "%s", "itemId": "GB-1", "revision": "B", "quantity": {"value": "%s", "unit": "EA"},
         "plannedStart": "2026-12-01", "plannedEnd": "2026-12-03"}
        """
                .formatted(plant, quantity);
    }
}
