package dev.interlock.acceptance;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who may read every supplier's notices is a policy in Keycloak, and holds for what a person is
/// now, not for what the token says.
@ExtendWith(GatewayExtension.class)
class NoticePolicyIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String USERS = "/admin/realms/interlock/users";

    private final Gateway gateway;

    NoticePolicyIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @AfterEach
    void theAuditorIsOneAgain() {
        mapping().post(roles()).then().statusCode(204);
    }

    @Test
    void anAuditorWhoIsNoneAnyMoreIsKeptOutWithTheSameToken() {
        String token = gateway.tokenOfPerson("auditor");
        expectAnswer(token, 200);

        mapping().delete(roles()).then().statusCode(204);
        expectAnswer(token, 403);

        mapping().post(roles()).then().statusCode(204);
        expectAnswer(token, 200);
    }

    private void expectAnswer(String token, int status) {
        Patience.await(
                "the answer to an auditor",
                SOON,
                () ->
                        gateway.at(gateway.endpoints().processApis())
                                .auth()
                                .oauth2(token)
                                .get("/process/v1/supplier-notices")
                                .statusCode(),
                seen -> seen == status);
    }

    private RequestSpecification mapping() {
        JsonObject role =
                new JsonObject(admin().get("/admin/realms/interlock/roles/auditor").asString());
        return admin().body(JsonArray.of(role).encode());
    }

    private String roles() {
        String id = admin().get(USERS + "?exact=true&username=auditor").path("[0].id");
        return USERS + "/" + requireNonNull(id) + "/role-mappings/realm";
    }

    private RequestSpecification admin() {
        return given().baseUri(gateway.endpoints().keycloak().toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(gateway.tokenOfAdministrator());
    }
}
