package dev.interlock.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/// The keys that Keycloak signs with, changed the way its administrator would. Closing it takes
/// back what was added.
final class Keys implements AutoCloseable {
    private final Gateway gateway;
    private final Deque<String> added = new ArrayDeque<>();

    Keys(Gateway gateway) {
        this.gateway = gateway;
    }

    /// One more; Keycloak signs with the one of the highest priority.
    String add(int priority) {
        String realm = admin().get("/admin/realms/interlock").path("id");
        String location =
                admin().body(
                                JsonObject.of("name", "es256-" + priority)
                                        .put("providerId", "ecdsa-generated")
                                        .put("providerType", "org.keycloak.keys.KeyProvider")
                                        .put("parentId", realm)
                                        .put("config", config(priority))
                                        .encode())
                        .post("/admin/realms/interlock/components")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        added.push(id);
        return id;
    }

    void remove(String id) {
        admin().delete("/admin/realms/interlock/components/" + id).then().statusCode(204);
        added.remove(id);
    }

    /// A token that was never shown to any tier.
    String token(String client) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", client + "-secret")
                .post(gateway.endpoints().tokens())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /// Which key has signed it.
    static String of(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
    }

    private static JsonObject config(int priority) {
        return JsonObject.of("priority", JsonArray.of(String.valueOf(priority)))
                .put("enabled", JsonArray.of("true"))
                .put("active", JsonArray.of("true"))
                .put("ecdsaEllipticCurveKey", JsonArray.of("P-256"));
    }

    private RequestSpecification admin() {
        return given().baseUri(gateway.endpoints().keycloak().toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(gateway.tokenOfAdministrator());
    }

    @Override
    public void close() {
        while (!added.isEmpty()) {
            remove(added.peek());
        }
    }
}
