package dev.interlock.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TiersBelow.class)
@TestSecurity(
        user = "supplier-acme",
        permissions = {"supplier:orders", "supplier:shipments", "supplier:changes"})
@OidcSecurity(claims = @Claim(key = "supplier_id", value = "ACME"))
class SupplierWritesTest {
    private static final String KEY = "acme-key-0000000001";

    private static final String SHIPMENT =
            """
            {"orderNumber": "4500001", "lines": [{"line": 10, "quantity": {"value": "5", "unit": "EA"}}],
             "expectedAt": "2026-12-01T08:00:00Z"}\
            """;

    private static final String SHIPMENT_BELOW =
            """
            {"shipmentId": "SH-1", "supplierId": "ACME", "orderNumber": "4500001", "plant": "1000",
             "lines": [{"line": 10, "itemId": "HS-1200", "supplierItemId": "ACME-77",
             "quantity": {"value": "5", "unit": "EA"}, "serials": []}], "announcedAt": "2026-11-22T10:00:00Z",
             "expectedAt": "2026-12-01T08:00:00Z", "status": "ANNOUNCED", "version": 1}\
            """;

    @BeforeEach
    void nobodyHasAskedYet() {
        TiersBelow.forget();
    }

    @Test
    void aShipmentGoesDownForTheSupplierOfTheTokenUnderAKeyOfItsOwn() {
        TiersBelow.nextWriteIsAnswered(201, SHIPMENT_BELOW);
        TiersBelow.HEADERS.put("Location", "/system/v1/shipments/SH-1");
        TiersBelow.HEADERS.put("ETag", "\"1\"");

        var answer = announce(KEY).then().statusCode(201);

        answer.header("Location", equalTo("/partner/v1/shipments/SH-1"))
                .header("ETag", equalTo("\"1\""))
                .body("lines[0].supplierItemId", equalTo("ACME-77"));
        assertThat(answer.extract().asString()).doesNotContain("HS-1200", "1000", "version");
        var came = TiersBelow.CAME.getFirst();
        assertThat(came.header("Interlock-Supplier")).isEqualTo("ACME");
        assertThat(came.header("Interlock-Actor")).isEqualTo("supplier-acme");
        assertThat(came.header("Idempotency-Key")).matches("[0-9a-f]{64}");
        assertThat(came.body()).asString().isEqualTo(SHIPMENT);
    }

    @Test
    @TestSecurity(user = "supplier-borealis", permissions = "supplier:shipments")
    @OidcSecurity(claims = @Claim(key = "supplier_id", value = "BOREALIS"))
    void theSameKeyOfAnotherSupplierIsAnotherKeyBelow() {
        TiersBelow.nextWriteIsAnswered(201, SHIPMENT_BELOW);
        announce(KEY);
        announce("\"" + KEY + "\"");
        announce(KEY + "2");

        var keys = TiersBelow.CAME.stream().map(came -> came.header("Idempotency-Key")).toList();

        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(keys).allSatisfy(key -> assertThat(key).doesNotContain("acme"));
    }

    @Test
    void aRepeatedAnswerIsTheSameToTheByteAndSaysSo() {
        TiersBelow.nextWriteIsAnswered(201, SHIPMENT_BELOW);
        var first = announce(KEY);
        TiersBelow.HEADERS.put("Idempotency-Replayed", "true");
        var again = announce(KEY);

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void withoutAKeyNothingGoesDown() {
        given().contentType("application/json")
                .body(SHIPMENT)
                .post("/partner/v1/shipments")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));

        assertThat(TiersBelow.CAME).isEmpty();
    }

    @Test
    void whatIsNotInTheContractIsRefusedHere() {
        given().contentType("application/json")
                .header("Idempotency-Key", KEY)
                .body("{\"orderNumber\": \"4500001\", \"lines\": [], \"supplierId\": \"BOREALIS\"}")
                .post("/partner/v1/shipments")
                .then()
                .statusCode(400)
                .body("violations.pointer.flatten()", org.hamcrest.Matchers.hasItem("/supplierId"));

        assertThat(TiersBelow.CAME).isEmpty();
    }

    @Test
    void aRefusalBelowNamesOnlyWhatTheSupplierMayKnow() {
        TiersBelow.nextWriteIsAnswered(
                422,
                """
                {"code": "unprocessable", "detail": "2 reasons", "violations": [
                 {"pointer": "/lines/0/quantity/value", "code": "over-delivery", "detail": "At most 2 more."},
                 {"pointer": "/lines/0", "code": "storage-full", "detail": "Location B-17 of plant 1000 holds GB-4711."},
                 {"pointer": "header:Interlock-Fence", "code": "fence", "detail": "run 77"}]}\
                """);

        var answer = announce(KEY).then().statusCode(422);

        answer.body("violations[0].detail", equalTo("At most 2 more."))
                .body("violations[1].code", equalTo("refused"))
                .body("violations[1].pointer", equalTo("/lines/0"))
                .body("violations[2].pointer", equalTo(""));
        assertThat(answer.extract().asString())
                .doesNotContain("B-17", "GB-4711", "Fence", "run 77", "1000");
    }

    @Test
    void aWrongStateIsToldInThePartnersWords() {
        TiersBelow.nextWriteIsAnswered(
                409,
                """
                {"code": "wrong-state", "state": "CLOSED", "allowed": ["ORDERED"], "detail": "row 17 of plant 1000"}\
                """);

        var answer = announce(KEY).then().statusCode(409);

        answer.body("code", equalTo("wrong-state"))
                .body("state", equalTo("CLOSED"))
                .body("allowed[0]", equalTo("ORDERED"));
        assertThat(answer.extract().asString()).doesNotContain("row 17", "1000");
    }

    @Test
    void aKeyUsedForAnotherRequestIsRefusedAsSuch() {
        TiersBelow.nextWriteIsAnswered(422, "{\"code\": \"idempotency-key-reused\"}");

        announce(KEY).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void whatFailsBelowIsNotNamed() {
        TiersBelow.nextWriteIsAnswered(
                503,
                "{\"code\": \"target-unavailable\", \"system\": \"ERP\", \"effect\": \"NONE\"}");
        var unavailable = announce(KEY).then().statusCode(503);
        TiersBelow.nextWriteIsAnswered(500, "{\"code\": \"internal\", \"detail\": \"SQL\"}");
        var broken = announce(KEY).then().statusCode(502);

        unavailable.body("system", equalTo("BUYER")).body("effect", equalTo("NONE"));
        broken.body("system", equalTo("BUYER"))
                .body("effect", equalTo("UNKNOWN"))
                .body("violations", nullValue());
        assertThat(unavailable.extract().asString()).doesNotContain("ERP");
        assertThat(broken.extract().asString()).doesNotContain("SQL", "SYSTEM");
    }

    @Test
    void anAcknowledgementNamesItsOrderInTheAddress() {
        TiersBelow.nextWriteIsAnswered(
                201,
                """
                {"acknowledgementId": "7", "orderNumber": "4500001", "respondedAt": "2026-11-22T10:00:00Z",
                 "lines": [{"line": 10, "response": "ACCEPT", "state": "ACCEPTED"}], "version": 1}\
                """);
        given().contentType("application/json")
                .header("Idempotency-Key", KEY)
                .body("{\"lines\": [{\"line\": 10, \"response\": \"ACCEPT\"}]}")
                .post("/partner/v1/purchase-orders/4500001/acknowledgements")
                .then()
                .statusCode(201)
                .body("lines[0].state", equalTo("ACCEPTED"));

        assertThat(TiersBelow.CAME.getFirst().path())
                .isEqualTo("/system/v1/purchase-orders/4500001/acknowledgements");
    }

    @Test
    void aNoticeIsTakenNoteOfAtTheProcessTier() {
        TiersBelow.nextWriteIsAnswered(
                200,
                """
                {"supplierId": "ACME", "changeNumber": "ECO-7", "changeVersion": 1, "title": "New housing for GB-4711",
                 "effectivity": {"kind": "IMMEDIATE"}, "issuedAt": "2026-11-22T10:00:00Z", "parts": [],
                 "acknowledgedAt": "2026-11-22T11:00:00Z", "acknowledgedBy": "supplier-acme"}\
                """);
        var answer =
                given().contentType("application/json")
                        .header("Idempotency-Key", KEY)
                        .body("{}")
                        .post("/partner/v1/engineering-notices/ECO-7/acknowledgements")
                        .then()
                        .statusCode(200)
                        .body("acknowledgedAt", equalTo("2026-11-22T11:00:00Z"));

        assertThat(answer.extract().asString()).doesNotContain("GB-4711");
        assertThat(TiersBelow.CAME.getFirst().path())
                .isEqualTo("/process/v1/supplier-notices/ECO-7/acknowledgements");
    }

    private static Response announce(String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(SHIPMENT)
                .post("/partner/v1/shipments");
    }
}
