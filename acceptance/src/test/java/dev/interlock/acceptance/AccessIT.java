package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(GatewayExtension.class)
class AccessIT {
    private static final String ORDERS = "/partner/v1/purchase-orders/";
    private static final String ITEM = "/system/v1/items/GB-4711";
    private static final Duration PAST_ITS_END = Duration.ofSeconds(20);

    private final Gateway gateway;

    AccessIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aSupplierReadsItsOwnOrdersOnly() {
        gateway.partner("supplier-acme").get(ORDERS + "4500001").then().statusCode(200);
        String list =
                gateway.partner("supplier-acme")
                        .get("/partner/v1/purchase-orders")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(list).contains("4500001").doesNotContain("4500002", "4500003", "BOREALIS");
    }

    @Test
    void anotherSuppliersOrderAnswersLikeOneThatDoesNotExist() {
        assertThat(unknownToAcme("4500002")).isEqualTo(unknownToAcme("4599999"));
    }

    /// The answer without what differs from request to request.
    private Map<String, Object> unknownToAcme(String order) {
        String body =
                gateway.partner("supplier-acme")
                        .get(ORDERS + order)
                        .then()
                        .statusCode(404)
                        .contentType("application/problem+json")
                        .extract()
                        .asString();
        JsonObject problem = new JsonObject(body.replace(order, "…"));
        assertThat(problem.remove("correlationId")).isNotNull();
        assertThat(problem.remove("instance")).isNotNull();
        return problem.getMap();
    }

    @Test
    void anExpiredTokenIsRefused() {
        // The first request of a tier takes longer than any other, and such a token does not last.
        assertThat(readItem(gateway.token("erp"))).isEqualTo(200);
        String token = gateway.token("short-lived");
        assertThat(readItem(token)).isEqualTo(200);

        Patience.await("401", PAST_ITS_END, () -> readItem(token), status -> status == 401);

        expectUnauthenticated(
                gateway.at(gateway.endpoints().systemApis()).auth().oauth2(token).get(ITEM).then());
    }

    private int readItem(String token) {
        return gateway.at(gateway.endpoints().systemApis())
                .auth()
                .oauth2(token)
                .get(ITEM)
                .statusCode();
    }

    @Test
    void aSuppliersTokenIsWorthlessBelowThePartnerTier() {
        expectUnauthenticated(gateway.system("supplier-acme").get(ITEM).then());
        expectUnauthenticated(
                gateway.system("supplier-acme").get("/system/v1/purchase-orders/4500001").then());
        expectUnauthenticated(
                gateway.process("supplier-acme").get("/process/v1/supplier-notices").then());
    }

    @Test
    void aTokenOfThePlantIsWorthlessAtThePartnerTier() {
        expectUnauthenticated(gateway.partner("erp").get(ORDERS + "4500001").then());
    }

    @ParameterizedTest
    @EnumSource
    void withoutATokenNothingIsAnswered(Tier tier) {
        expectUnauthenticated(tier.withoutToken(gateway).get(tier.list()).then());
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        expectForbidden(
                gateway.process("erp")
                        .header("Idempotency-Key", Gateway.newKey())
                        .body(JsonObject.of("changeNumber", "ECO-1001").encode())
                        .post("/process/v1/propagations")
                        .then());
        expectForbidden(gateway.system("plm").get("/system/v1/balances").then());
    }

    @Test
    void theShopFloorOfBrnoKnowsNoOrderOfUlm() {
        gateway.system("mes-2000")
                .get("/system/v1/production-orders/100001")
                .then()
                .statusCode(404);
        String question = JsonObject.of("orderNumber", "100001").encode();
        gateway.process("mes-2000")
                .body(question)
                .post("/process/v1/release-checks")
                .then()
                .statusCode(422)
                .body("violations.pointer[0]", equalTo("/orderNumber"));
        gateway.process("mes-1000")
                .body(question)
                .post("/process/v1/release-checks")
                .then()
                .statusCode(200);
    }

    private static void expectUnauthenticated(ValidatableResponse answer) {
        answer.statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"))
                .body("correlationId", notNullValue());
    }

    private static void expectForbidden(ValidatableResponse answer) {
        answer.statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .contentType("application/problem+json")
                .body("code", equalTo("insufficient-scope"));
    }
}
