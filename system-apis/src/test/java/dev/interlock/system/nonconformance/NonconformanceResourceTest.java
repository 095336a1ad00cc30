package dev.interlock.system.nonconformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.interlock.system.Workshop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NonconformanceResourceTest extends Workshop {
    private final String item = unique("I-");

    @Test
    void goesFromFoundToClosed() {
        var id = raise(report("1000"));
        step(id, "containments", "{}")
                .statusCode(200)
                .body("status", is("CONTAINED"))
                .header("ETag", is("\"2\""));
        step(id, "reviews", "{}").statusCode(200).body("status", is("UNDER_REVIEW"));
        step(id, "dispositions", shares("2", "0.5"))
                .statusCode(422)
                .body("violations.pointer", contains("/lines"));
        step(id, "dispositions", shares("2.5", "0.5"))
                .statusCode(200)
                .body("disposition.lines.size()", is(2));
        step(id, "voidings", "{}")
                .statusCode(409)
                .body("state", is("DISPOSITIONED"))
                .body("allowed", contains("OPEN", "CONTAINED", "UNDER_REVIEW"));
        step(id, "closures", "{}")
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("version", is(5));

        var told =
                get("/events?limit=200&types=quality.nonconformance.raised,quality.nonconformance.dispositioned")
                        .jsonPath();
        assertThat(
                        told.<String>getList(
                                "items.findAll { it.data.nonconformanceId == '"
                                        + id
                                        + "' }.sequence"))
                .containsExactly("1", "2");
    }

    @Test
    void isNotClosedBeforeItIsDecided() {
        var id = raise(report("1000"));

        step(id, "closures", "{}")
                .statusCode(409)
                .body("state", is("OPEN"))
                .body("allowed", contains("DISPOSITIONED"));
        step(id, "voidings", "{}").statusCode(200).body("status", is("VOID"));
        step("NC-1", "reviews", "{}").statusCode(404);
        post("/nonconformances", report("1000").replace("\"3\"", "\"0\"")).then().statusCode(400);
        post("/nonconformances", report("1000").replace("MAJOR", "HUGE")).then().statusCode(400);
    }

    @Test
    void isListedInTheOrderOfRaising() {
        var ids = new ArrayList<String>();
        for (var n = 0; n < 3; n++) {
            ids.add(raise(report("1000")));
        }
        step(ids.get(1), "containments", "{}");

        var first = get("/nonconformances?limit=2&itemId=" + item).jsonPath();
        var second =
                get("/nonconformances?limit=2&itemId="
                                + item
                                + "&cursor="
                                + first.getString("nextCursor"))
                        .jsonPath();

        assertThat(first.<String>getList("items.nonconformanceId")).isEqualTo(ids.subList(0, 2));
        assertThat(second.<String>getList("items.nonconformanceId")).containsExactly(ids.get(2));
        assertThat(second.getString("nextCursor")).isNull();
        get("/nonconformances?status=CONTAINED&severity=MAJOR&lot=L-1&itemId=" + item)
                .then()
                .body("items.nonconformanceId", contains(ids.get(1)));
    }

    @Test
    void isFoundByAnyOfWhatItIsAbout() {
        var order = unique("PO-");
        var onItem = raise(report("1000"));
        var onOrder = raise(report(unique("I-"), order));
        var about = "/nonconformances?itemId=" + item + "&orderNumber=" + order;

        get(about + "&match=ANY").then().body("items.nonconformanceId", contains(onItem, onOrder));
        get(about + "&match=ANY&severity=CRITICAL").then().body("items.size()", is(0));
        get(about).then().body("items.size()", is(0));
        get("/nonconformances?match=ANY&limit=1").then().body("items.size()", is(1));
        get(about + "&match=SOME").then().statusCode(400);
    }

    @Test
    @TestSecurity(
            user = "mes-2000",
            permissions = {"quality:read", "quality:write"})
    @OidcSecurity(
            claims = {
                @Claim(key = "azp", value = "mes-2000"),
                @Claim(key = "plants", value = "2000")
            })
    void staysInItsPlant() {
        raise(report("2000"));

        post("/nonconformances", report("1000")).then().statusCode(422);
        get("/nonconformances?itemId=" + item).then().body("items.size()", is(1));
    }

    private String raise(String report) {
        return post("/nonconformances", report)
                .then()
                .statusCode(201)
                .body("status", is("OPEN"))
                .extract()
                .path("nonconformanceId");
    }

    private static ValidatableResponse step(String id, String step, String body) {
        return post("/nonconformances/" + id + "/" + step, body).then();
    }

    private String report(String plant) {
        return report(item, plant, "");
    }

    private static String report(String item, String order) {
        return report(item, "1000", "\"orderNumber\": \"%s\",".formatted(order));
    }

    private static String report(String item, String plant, String order) {
        return """
        {%s "itemId": "%s", "plant": "%s", "lot": "L-1", "defectCode": "DIM-01", "severity": "MAJOR",
         "quantity": {"value": "3", "unit": "EA"}, "description": "bore too wide", "serials": ["S1"]}
        """
                .formatted(order, item, plant);
    }

    private static String shares(String rework, String scrap) {
        return """
        {"lines": [{"quantity": {"value": "%s", "unit": "EA"}, "decision": "REWORK"},
                   {"quantity": {"value": "%s", "unit": "EA"}, "decision": "SCRAP"}]}
        """
                .formatted(rework, scrap);
    }
}
