package dev.interlock.process.orderrelease;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.interlock.process.Workbench;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(
        user = "olga",
        permissions = {
            "release:check",
            "release:execute",
            "release:read",
            "release:override",
            "operations:read"
        })
@OidcSecurity(claims = @Claim(key = "preferred_username", value = "olga"))
class OverridesTest extends Workbench {
    @BeforeEach
    void anOrderStands() {
        below.says("/system/v1/production-orders/100001/dossier", dossier("5"));
    }

    private static String dossier(String quantity) {
        return """
        {"order":
          {"orderNumber": "100001", "orderType": "STANDARD", "plant": "1000", "itemId": "GB-4711", "revision": "B",
           "quantity": {"value": "%s", "unit": "EA"}, "plannedStart": "2999-01-01", "plannedEnd": "2999-01-02",
           "lifecycle": "CREATED", "flags": [], "components": [], "operations": [], "version": 3}}
        """
                .formatted(quantity);
    }

    @Test
    void anOverrideIsKeptWithWhoDecidedWhenAndWhy() {
        below.says("/system/v1/production-orders/100001/dossier", dossier("0"));

        var release =
                release(
                                List.of(
                                        Map.of(
                                                "check",
                                                "quantity-and-dates",
                                                "reason",
                                                "The customer waits")))
                        .statusCode(422)
                        .body("code", equalTo("release-refused"))
                        .extract()
                        .<String>path("releaseId");

        given().get("/process/v1/releases/" + release)
                .then()
                .statusCode(200)
                .body("overrides", hasSize(1))
                .body("overrides[0].check", equalTo("quantity-and-dates"))
                .body("overrides[0].reason", equalTo("The customer waits"))
                .body("overrides[0].by", equalTo("olga"))
                .body("overrides[0].at", notNullValue());
        given().get("/process/v1/runs/" + release)
                .then()
                .statusCode(200)
                .body("audit.action", hasItem("OVERRIDE"))
                .body("audit.about", hasItem("quantity-and-dates"))
                .body("audit.actor", hasItem("olga"))
                .body("audit.reason", hasItem("The customer waits"));
    }

    @Test
    void whatPassedWasNotOverridden() {
        var release =
                release(
                                List.of(
                                        Map.of(
                                                "check",
                                                "quantity-and-dates",
                                                "reason",
                                                "The customer waits")))
                        .statusCode(422)
                        .extract()
                        .<String>path("releaseId");

        given().get("/process/v1/releases/" + release)
                .then()
                .statusCode(200)
                .body("findings.find { it.check == 'quantity-and-dates' }.outcome", equalTo("PASS"))
                .body("overrides", hasSize(0));
    }

    @Test
    void whatPolicyDoesNotLeaveToAPersonIsNamed() {
        release(
                        List.of(
                                Map.of("check", "material-available", "reason", "It will come"),
                                Map.of("check", "materal-available", "reason", "It will come"),
                                Map.of("check", "capacity", "reason", "Overtime"),
                                Map.of("check", "capacity", "reason", "Weekend")))
                .statusCode(422)
                .body("code", equalTo("unprocessable"))
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/overrides/0/check", "/overrides/1/check", "/overrides/3/check"))
                .body("violations.code", containsInAnyOrder("not-allowed", "unknown", "duplicate"))
                .body("violations[0].detail", containsString("material-available"))
                .body("detail", startsWith("3 overrides cannot count: "));
    }

    @Test
    void oneThatCannotCountIsOne() {
        release(List.of(Map.of("check", "material-available", "reason", "It will come")))
                .statusCode(422)
                .body("detail", startsWith("1 override cannot count: Nobody may override"));
    }

    @Test
    @TestSecurity(
            user = "erp",
            permissions = {"release:check", "release:execute"})
    void whoMayReleaseMayNotYetOverride() {
        release(List.of(Map.of("check", "quantity-and-dates", "reason", "The customer waits")))
                .statusCode(403)
                .body("code", equalTo("insufficient-scope"));
    }

    @Test
    void anOverrideWithoutAReasonIsNone() {
        release(List.of(Map.of("check", "quantity-and-dates", "reason", " "))).statusCode(400);
    }

    @Test
    void allSixteenChecksAnswerAtOnce() {
        given().contentType(ContentType.JSON)
                .body(Map.of("orderNumber", "100001"))
                .post("/process/v1/release-checks")
                .then()
                .statusCode(200)
                .body("findings", hasSize(16));
    }

    @Test
    void aReleaseThatNothingHoldsUpReadsItsOrderOnce() {
        release(List.of()).statusCode(422);

        assertThat(below.reads("/system/v1/production-orders/100001/dossier")).isEqualTo(1);
    }

    @Test
    @TestSecurity(user = "mes-2000", permissions = "release:check")
    @OidcSecurity(claims = @Claim(key = "plants", value = "2000"))
    void anotherPlantsOrderIsAnsweredLikeOneThatNobodyKnows() {
        var foreign = refusal("100001");
        var unknown = refusal("100009");

        foreign.body("detail", equalTo("ERP does not know the production order 100001."))
                .body("violations[0].code", equalTo("unknown"));
        unknown.body("detail", equalTo("ERP does not know the production order 100009."))
                .body("violations[0].code", equalTo("unknown"));
    }

    private static ValidatableResponse refusal(String order) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("orderNumber", order))
                .post("/process/v1/release-checks")
                .then()
                .statusCode(422);
    }

    private static ValidatableResponse release(List<Map<String, String>> overrides) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("orderNumber", "100001", "overrides", overrides))
                .post("/process/v1/releases")
                .then();
    }
}
