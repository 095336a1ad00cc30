package dev.interlock.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractRulesTest {
    private static final String DRILL =
            """
            {"name": "drill", "kind": "DRILL", "weight": {"value": "1.50", "unit": "KGM"}, "teeth": 2}\
            """;

    @Test
    void keepsADecimalToTheLetter() {
        post(DRILL).statusCode(200).body("weight.value", equalTo("1.50"));
    }

    @Test
    void namesEveryViolationAtOnce() {
        var answer =
                post(
                        """
                        {"name": "", "kind": "SAW", "weight": {"value": 1.5, "unit": "KGM"}, "teeth": 1.9,
                         "colour": "red", "parts": [{"id": "", "spare": "yes"}]}\
                        """);

        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body(
                        "violations.pointer",
                        hasItems(
                                "/name",
                                "/kind",
                                "/weight/value",
                                "/teeth",
                                "/colour",
                                "/parts/0/id",
                                "/parts/0/spare"))
                .body(
                        "violations.find { it.pointer == '/colour' }.code",
                        equalTo("unknown-member"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "42",
                "\"text\"",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\\u0000b\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\","
                        + " \"unit\": \"EA\"}, \"teeth\": 1}",
                "{\"name\": \"\\ud800\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\","
                        + " \"unit\": \"EA\"}, \"teeth\": 1}",
                "{\"name\": 12, \"kind\": 0, \"weight\": {\"value\": \"1e5\", \"unit\": \"EA\"},"
                        + " \"teeth\": \"1\"}",
                "{\"name\": \"a\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\", \"unit\":"
                        + " \"EA\"}, \"teeth\": 1} x",
                "{\"name\": \"a\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\", \"unit\":"
                        + " \"EA\"}, \"teeth\": null}",
                "{\"name\": \"a\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\", \"unit\":"
                        + " \"EA\"}, \"teeth\": 1, \"boughtOn\": \"2026-12-03T00:00:00Z\"}",
                "{\"name\": \"a\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\", \"unit\":"
                        + " \"EA\"}, \"teeth\": 1, \"price\": 1e-16383}"
            })
    void refusesWhatIsNotToTheLetter(String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", not(hasSize(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20000", "1e-20000", "1e999999999", "-1e2147483647"})
    void refusesANumberThatIsNothingButItsExponent(String number) {
        post("{\"name\": \"a\", \"kind\": \"MILL\", \"weight\": {\"value\": \"1\", \"unit\":"
                        + " \"EA\"},"
                        + " \"teeth\": 1, \"price\": NUMBER}".replace("NUMBER", number))
                .statusCode(400)
                .body("violations.pointer", hasItem("/price"));
    }

    @Test
    void refusesADocumentThatIsTooDeep() {
        post("[".repeat(100) + "]".repeat(100))
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        post("{\"name\": \"" + "x".repeat(2 << 20) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("content-too-large"));
    }

    @Test
    void answersTheFrameworksOwnRefusalsWithAProblem() {
        given().get("/nowhere").then().statusCode(404).body("code", equalTo("not-found"));
        given().delete("/workshop/tools")
                .then()
                .statusCode(405)
                .body("code", equalTo("method-not-allowed"));
        given().accept("image/png")
                .get("/workshop/tools")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
        given().accept("///;;").get("/workshop/tools").then().statusCode(not(equalTo(500)));
        given().contentType("text/plain")
                .body("drill")
                .post("/workshop/tools")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        given().urlEncodingEnabled(false).get("/workshop/tools/a%00b").then().statusCode(400);
    }

    @Test
    void saysWhichStateStandsAndWhichIsNeeded() {
        given().get("/workshop/state")
                .then()
                .statusCode(409)
                .body("state", equalTo("RELEASED"))
                .body("allowed", hasItem("CREATED"))
                .body("instance", equalTo("/workshop/state"));
    }

    @Test
    void tellsNothingAboutABug() {
        var answer =
                given().header("X-Correlation-Id", "case-7")
                        .get("/workshop/bug")
                        .then()
                        .statusCode(500);

        answer.body("correlationId", equalTo("case-7"));
        assertThat(answer.extract().asString()).doesNotContain("secret", "Exception");
    }

    @Test
    void echoesACorrelationAndMakesOneWhereItIsMalformed() {
        given().header("X-Correlation-Id", "order-100001")
                .get("/workshop/tools")
                .then()
                .header("X-Correlation-Id", "order-100001");
        given().header("X-Correlation-Id", "no spaces, please")
                .header("traceparent", "00-zz")
                .get("/workshop/tools")
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"))
                .header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void continuesTheTraceOfTheCaller() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/workshop/tools")
                .then()
                .header("traceparent", startsWith("00-" + trace));
    }

    @Test
    void readsAnIdempotencyKeyQuotedOrBare() {
        var key = "0123456789abcdef";

        for (var header : new String[] {key, "\"" + key + "\""}) {
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", header)
                    .body("{}")
                    .post("/workshop/keys")
                    .then()
                    .statusCode(200)
                    .body("key", equalTo(key));
        }
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "short")
                .body("{}")
                .post("/workshop/keys")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/workshop/keys")
                .then()
                .statusCode(400);
    }

    @Test
    void asksForATokenAndForItsScope() {
        given().get("/workshop/tools/drill")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    @TestSecurity(user = "mes-1000", permissions = "order:read")
    void refusesATokenWithoutTheScope() {
        given().get("/workshop/tools/drill")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .body("code", equalTo("insufficient-scope"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/workshop/tools").then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/workshop/catalogue", "/workshop/catalogue?limit=x"})
    void saysInEveryAnswerThatAnOperationWillGo(String path) {
        given().get(path)
                .then()
                .header("Deprecation", "@1798761600")
                .header("Sunset", "Thu, 1 Jul 2027 00:00:00 GMT");
        given().get("/workshop/tools").then().header("Deprecation", nullValue());
    }

    @Test
    void saysInTheContractThatAnOperationWillGo() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .body("paths.'/workshop/catalogue'.get.deprecated", equalTo(true))
                .body(
                        "paths.'/workshop/catalogue'.get.description",
                        equalTo("Deprecated since 2027-01-01, gone from 2027-07-01 on."))
                .body("paths.'/workshop/tools'.get.deprecated", nullValue());
    }
}
