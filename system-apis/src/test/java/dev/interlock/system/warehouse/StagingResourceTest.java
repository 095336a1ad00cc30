package dev.interlock.system.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.interlock.system.Workshop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StagingResourceTest extends Workshop {
    private final String order = unique("S");

    @Test
    void isAskedForCalledOffAndAskedForAnew() {
        put("/staging-requests/" + order, lines("2"))
                .then()
                .statusCode(201)
                .body("status", is("REQUESTED"))
                .body("lines[0].quantity.value", is("2"))
                .body("lines[0].lot", is("L-7"));
        put("/staging-requests/" + order, lines("3"))
                .then()
                .statusCode(409)
                .body("state", is("REQUESTED"))
                .body("allowed", contains("CANCELLED"));

        post("/staging-requests/" + order + "/cancellations", "{}")
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));
        post("/staging-requests/" + order + "/cancellations", "{}")
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));

        put("/staging-requests/" + order, lines("3"))
                .then()
                .statusCode(201)
                .body("status", is("REQUESTED"));
        get("/staging-requests/" + order)
                .then()
                .statusCode(200)
                .body("lines[0].quantity.value", is("3"));
    }

    @Test
    void hasALineForEachOfManyLots() {
        var lots =
                IntStream.range(0, 1200)
                        .mapToObj(lot ->
                                """
                                {"itemId": "BR-6204", "quantity": {"value": "1", "unit": "EA"}, "lot": "L-%d"}
                                """
                                        .formatted(lot))
                        .collect(Collectors.joining(","));

        put(
                        "/staging-requests/" + order,
                        "{\"plant\": \"1000\", \"supplyLocation\": \"L\", \"lines\": [%s]}"
                                .formatted(lots))
                .then()
                .statusCode(201)
                .body("lines", hasSize(1200));
    }

    @Test
    void bringsEachMaterialToItsOwnPlace() {
        put(
                        "/staging-requests/" + order,
                        """
                        {"plant": "1000", "supplyLocation": "LINE-1",
                         "lines": [{"itemId": "BR-6204", "quantity": {"value": "2", "unit": "EA"}},
                                   {"itemId": "SL-0450", "quantity": {"value": "1", "unit": "EA"}, "supplyLocation": "LINE-2"}]}
                        """)
                .then()
                .statusCode(201);

        get("/staging-requests/" + order)
                .then()
                .statusCode(200)
                .body("lines[0].supplyLocation", nullValue())
                .body("lines[1].supplyLocation", is("LINE-2"));
    }

    @Test
    void isNotThereUntilSomebodyAsks() {
        get("/staging-requests/" + order).then().statusCode(404);
        post("/staging-requests/" + order + "/cancellations", "{}").then().statusCode(404);
        put(
                        "/staging-requests/" + order,
                        "{\"plant\": \"1000\", \"supplyLocation\": \"L\", \"lines\": []}")
                .then()
                .statusCode(400);
    }

    @Test
    void isAskedForOnceThoughTheWarehouseForgetsKeysAndAnswersNothing() throws Exception {
        remembers("WMS", false);
        fault("WMS", "PERFORM_THEN_STALL");
        var effectKey = key();
        keyed(effectKey)
                .body(lines("2"))
                .put("/system/v1/staging-requests/" + order)
                .then()
                .statusCode(504)
                .body("effect", is("UNKNOWN"));

        mend("WMS");
        settled(() -> keyed(effectKey).body(lines("2")).put("/system/v1/staging-requests/" + order))
                .then()
                .statusCode(201);

        assertThat(effects(effectKey)).isEqualTo(1);
    }

    private static String lines(String quantity) {
        return """
        {"plant": "1000", "supplyLocation": "LINE-1",
         "lines": [{"itemId": "BR-6204", "quantity": {"value": "%s", "unit": "EA"}, "lot": "L-7"}]}
        """
                .formatted(quantity);
    }
}
