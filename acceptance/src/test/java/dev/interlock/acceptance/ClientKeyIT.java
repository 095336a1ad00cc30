package dev.interlock.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.sandbox.api.ClientKey;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A supplier that shows Keycloak a signature instead of a secret (`private_key_jwt`).
@ExtendWith(GatewayExtension.class)
class ClientKeyIT {
    private static final String ORDERS = "/partner/v1/purchase-orders?limit=200";
    private static final String ASSERTION =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Gateway gateway;

    ClientKeyIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aSupplierWithAKeyReadsWhatItReadsWithASecret() {
        Response signed = signedIn(own().assertion(issuer(), now()));
        assertThat(signed.statusCode()).as(signed.asString()).isEqualTo(200);

        String orders =
                gateway.at(gateway.endpoints().partnerApis())
                        .auth()
                        .oauth2(signed.path("access_token"))
                        .get(ORDERS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(orders)
                .contains("4500002")
                .doesNotContain("4500001", "4500003")
                .isEqualTo(gateway.partner("supplier-borealis").get(ORDERS).asString());
    }

    @Test
    void noSecretStandsInForTheKey() {
        for (String secret : new String[] {ClientKey.OWNER + "-secret", "", "null"}) {
            refused(form(Map.of("client_secret", secret)));
        }
        refused(form(Map.of()));
        refused(
                given().auth()
                        .preemptive()
                        .basic(ClientKey.OWNER, ClientKey.OWNER + "-secret")
                        .formParam("grant_type", "client_credentials")
                        .post(gateway.endpoints().tokens()));
    }

    @Test
    void anAssertionIsGoodOnceAndForAWhile() {
        String once = own().assertion(issuer(), now());

        signedIn(once).then().statusCode(200);

        refused(signedIn(once));
        refused(signedIn(own().assertion(issuer(), now().minus(Duration.ofMinutes(10)))));
    }

    @Test
    void anAssertionOfAnotherKeyOrForAnotherServerIsRefused() {
        var elsewhere = URI.create("http://elsewhere.example/realms/interlock");
        refused(signedIn(ClientKey.made(ClientKey.OWNER).assertion(issuer(), now())));
        refused(signedIn(own().assertion(elsewhere, now())));
        refused(signedIn(new ClientKey("supplier-acme", own().jwk()).assertion(issuer(), now())));
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 401);
        answer.then().body("access_token", equalTo(null));
    }

    private Response signedIn(String assertion) {
        return form(Map.of("client_assertion_type", ASSERTION, "client_assertion", assertion));
    }

    private Response form(Map<String, String> proof) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", ClientKey.OWNER)
                .formParams(proof)
                .post(gateway.endpoints().tokens());
    }

    private ClientKey own() {
        return ClientKey.standing(gateway.sandbox().options().state());
    }

    private URI issuer() {
        return gateway.endpoints().keycloak().resolve("/realms/interlock");
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
