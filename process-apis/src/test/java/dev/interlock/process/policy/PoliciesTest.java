package dev.interlock.process.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.interlock.process.ProcessTierResource;
import dev.interlock.process.policy.PolicyRow.InFlight;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ProcessTierResource.class)
@TestSecurity(
        user = "olivia",
        permissions = {"policy:read", "policy:write"})
@OidcSecurity(claims = @Claim(key = "preferred_username", value = "olivia"))
@SuppressWarnings("NullAway.Init")
class PoliciesTest {
    private static final Map<String, Object> IN_BRNO =
            Map.of(
                    "rows",
                    List.of(
                            Map.of("plant", "*", "policy", "FINISH_ON_OLD"),
                            Map.of("plant", "2000", "policy", "PULL_FORWARD")));

    @Inject InFlightPolicies inFlight;
    private Response before;

    @BeforeEach
    void whatIsShipped() {
        before = read("in-flight");
    }

    @AfterEach
    void isShippedAgain() {
        put("in-flight", Map.of("rows", before.path("rows")), "*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release",
                "in-flight",
                "usage",
                "required-attributes",
                "target-profiles",
                "structure-rules"
            })
    void eachIsShippedWithRowsAndTakesBackWhatItSaid(String policy) {
        Response shipped = read(policy);

        assertThat(shipped.jsonPath().getList("rows")).isNotEmpty();
        put(policy, Map.of("rows", shipped.path("rows")), null)
                .statusCode(200)
                .header("ETag", shipped.header("ETag"));
    }

    @Test
    void aChangeDecidesFromThenOnAndIsKeptWithWhoMadeIt() {
        assertThat(inFlight.of("2000")).isEqualTo(InFlight.FINISH_ON_OLD);

        put("in-flight", IN_BRNO, before.header("ETag"))
                .statusCode(200)
                .body("changedBy", equalTo("olivia"))
                .body("rows.plant", hasItems("*", "2000"));

        assertThat(inFlight.of("2000")).isEqualTo(InFlight.PULL_FORWARD);
        assertThat(inFlight.of("1000")).isEqualTo(InFlight.FINISH_ON_OLD);
        given().get("/process/v1/policies/in-flight/versions")
                .then()
                .statusCode(200)
                .body("[0].rows[0].policy", equalTo("FINISH_ON_OLD"));
    }

    @Test
    void onlyWhatWasReadIsChanged() {
        put("in-flight", IN_BRNO, null).statusCode(428);
        put("in-flight", IN_BRNO, "\"99\"").statusCode(412);

        assertThat(inFlight.of("2000")).isEqualTo(InFlight.FINISH_ON_OLD);
    }

    @Test
    void rowsThatSayTwoThingsOrSpeakOfNothingAreNamed() {
        var rows =
                """
                {"rows": [
                  {"plant": "*", "orderType": "*", "check": "*", "mode": "RUN", "onFail": "BLOCK"},
                  {"plant": "*", "orderType": "*", "check": "*", "mode": "RUN", "onFail": "WARN"},
                  {"plant": "1000", "orderType": "*", "check": "materal-available", "mode": "SKIP", "onFail": "WARN"}]}
                """;

        put("release", rows, "*")
                .statusCode(422)
                .body("violations.pointer", hasItems("/rows/1", "/rows/2/check"))
                .body("violations.detail", hasItem("There is no check materal-available."));
    }

    /// ERP and MES would refuse the order all the same, after it was stored elsewhere.
    @Test
    void whatErpAndMesRefuseThemselvesNoRowSoftens() {
        var rows =
                """
                {"rows": [
                  {"plant": "*", "orderType": "*", "check": "*", "mode": "RUN", "onFail": "BLOCK"},
                  {"plant": "1000", "orderType": "*", "check": "order-status", "mode": "SKIP", "onFail": "BLOCK"},
                  {"plant": "2000", "orderType": "*", "check": "shopfloor-ready", "mode": "RUN", "onFail": "ASK"},
                  {"plant": "3000", "orderType": "*", "check": "order-status", "mode": "RUN", "onFail": "BLOCK"},
                  {"plant": "4000", "orderType": "*", "check": "order-status", "mode": "SKIP", "onFail": "WARN"}]}
                """;

        put("release", rows, "*")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        contains(
                                "/rows/1/mode", "/rows/2/onFail", "/rows/4/mode", "/rows/4/onFail"))
                .body("violations.code", hasSize(4))
                .body("violations.code", everyItem(equalTo("not-allowed")));
    }

    @Test
    void aRowThatIsNoneAndARowThatLacksAWordAreNamed() {
        put("in-flight", "{\"rows\": [null, {\"plant\": \"x y\"}]}", "*")
                .statusCode(400)
                .body("violations.pointer", hasItems("/rows/0", "/rows/1/plant", "/rows/1/policy"));
    }

    /// The ERP takes six digits: the line that engineering adds would be refused half way.
    @Test
    void aShareThatIsTooExactIsRefused() {
        put(
                        "structure-rules",
                        """
                        {"rows": [{"plant": "*", "componentType": "*", "phantom": false, "backflush": false,
                                   "scrapPercent": 0.123456789012345}]}
                        """,
                        "*")
                .statusCode(400)
                .body("violations.pointer", hasItem("/rows/0/scrapPercent"));
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        put(
                        "target-profiles",
                        """
                        {"rows": [{"target": "ERP", "plant": "*", "idPattern": "[A-Z", "revisionPattern": "(", "needsPlantExtension": true}]}
                        """,
                        "*")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        contains("/rows/0/idPattern", "/rows/0/revisionPattern"))
                .body("violations[0].detail", containsString("[A-Z is not a regular expression"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPLIER", "PLM"})
    void aTargetThatNoChangeIsFittedToIsRefused(String target) {
        put(
                        "target-profiles",
                        """
                        {"rows": [{"target": "%s", "plant": "*", "needsPlantExtension": false}]}
                        """
                                .formatted(target),
                        "*")
                .statusCode(422)
                .body("violations.pointer", contains("/rows/0/target"))
                .body("violations[0].detail", containsString("ERP, MES, QUALITY"));
    }

    @Test
    void aFunctionThatNoReleaseAsksAboutIsRefused() {
        put(
                        "usage",
                        """
                        {"rows": [{"usageStatus": "ACTIVE", "function": "PRODUCTION_ORDER_HEDER", "severity": "NONE"}]}
                        """,
                        "*")
                .statusCode(422)
                .body("violations.pointer", contains("/rows/0/function"));
    }

    @Test
    void aPolicyThatNobodyKnowsIsNotFound() {
        given().get("/process/v1/policies/overtime/versions").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "auditor", permissions = "policy:read")
    void whoMayOnlyReadChangesNothing() {
        put("in-flight", IN_BRNO, "*").statusCode(403);
    }

    private static Response read(String policy) {
        return given().get("/process/v1/policies/" + policy);
    }

    private static ValidatableResponse put(String policy, Object rows, @Nullable String ifMatch) {
        var request = given().contentType(ContentType.JSON).body(rows);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/process/v1/policies/" + policy).then();
    }
}
