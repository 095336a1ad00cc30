package dev.interlock.process.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.platform.json.StrictJson;
import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A supplier takes note of a change.
@QuarkusTest
@TestSecurity(
        user = "partner-apis",
        permissions = {"notice:read", "notice:acknowledge", "events:read"})
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-apis"))
@SuppressWarnings("NullAway.Init")
class NoticeAcknowledgementsTest extends Workbench {
    @Inject SupplierNotices notices;

    private String change;

    @BeforeEach
    void aChangeIsToldToTwoSuppliers() throws InterruptedException, JsonProcessingException {
        change = "ECO-" + UUID.randomUUID().toString().substring(0, 8);
        var run = start("rehearsal", "change:" + change, Set.of());
        for (var supplier : new String[] {"ACME", "BOREALIS"}) {
            var notice =
                    StrictJson.mapper()
                            .readTree(
                                    """
                                    {"supplierId": "%s", "changeNumber": "%s", "changeVersion": 1, "title": "Bearing",
                                     "effectivity": {"kind": "IMMEDIATE"}, "parts": []}
                                    """
                                            .formatted(supplier, change));
            jdbi.useTransaction(handle -> notices.issue(handle, run, notice));
        }
    }

    @Test
    void isTakenNoteOfOnceAndToldAgain() {
        var first = acknowledge("ACME", "key-of-acme-00001-" + change);
        var again = acknowledge("ACME", "key-of-acme-00001-" + change);
        var later = acknowledge("ACME", "key-of-acme-00002-" + change);

        first.then().statusCode(200).body("acknowledgedAt", notNullValue());
        first.then().body("acknowledgedBy", equalTo("ann"));
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(later.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(later.header("Idempotency-Replayed")).isNull();
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void saysNothingForAnotherSupplier() {
        acknowledge("ACME", "key-of-acme-00003-" + change).then().statusCode(200);

        given().header("Interlock-Supplier", "BOREALIS")
                .get("/process/v1/supplier-notices/" + change)
                .then()
                .statusCode(200)
                .body("acknowledgedAt", equalTo(null));
        acknowledge("NOBODY", "key-of-nobody-001-" + change).then().statusCode(404);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() {
        acknowledge("ACME", "key-of-acme-00004-" + change).then().statusCode(200);

        post("ACME", "key-of-acme-00004-" + change, "/process/v1/supplier-notices/OTHER")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    @TestSecurity(user = "operator", permissions = "notice:acknowledge")
    @OidcSecurity(claims = @Claim(key = "azp", value = "portal"))
    void isTakenNoteOfByNobodyElse() {
        acknowledge("ACME", "key-of-nobody-002-" + change).then().statusCode(403);
    }

    private Response acknowledge(String supplier, String key) {
        return post(supplier, key, "/process/v1/supplier-notices/" + change);
    }

    private static Response post(String supplier, String key, String notice) {
        return given().contentType("application/json")
                .header("Interlock-Supplier", supplier)
                .header("Interlock-Actor", "ann")
                .header("Idempotency-Key", key)
                .body("{}")
                .post(notice + "/acknowledgements");
    }

    private int facts() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) FROM outbox
                                 WHERE type = 'supplier.notice.acknowledged' AND ordering_key LIKE '%/' || :change
                                """)
                        .bind("change", change)
                        .mapTo(Integer.class)
                        .one());
    }
}
