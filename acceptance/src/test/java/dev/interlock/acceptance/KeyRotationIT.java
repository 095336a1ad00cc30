package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.interlock.sandbox.layout.Part;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keycloak changes its keys, or goes away, while everything runs.
@ExtendWith(GatewayExtension.class)
class KeyRotationIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Gateway gateway;

    KeyRotationIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @EnumSource
    void aNewKeyIsFollowedAndAWithdrawnOneForgotten(Tier tier) {
        try (Keys keys = new Keys(gateway)) {
            String first = keys.add(200);
            String old = keys.token(tier.client());
            follow(tier, old);
            keys.add(300);
            String young = keys.token(tier.client());
            assertThat(Keys.of(young)).isNotEqualTo(Keys.of(old));

            follow(tier, young);
            show(tier, old).then().statusCode(200);

            keys.remove(first);
            Patience.await(
                    "the withdrawn key forgotten",
                    A_MINUTE,
                    () -> show(tier, old).statusCode(),
                    status -> status == 401);
            expectRefused(show(tier, old));
            show(tier, young).then().statusCode(200);
        }
    }

    @Test
    void whatCanBeVerifiedIsTakenWhileKeycloakIsAway() {
        try (Keys keys = new Keys(gateway)) {
            String shown = keys.token(Tier.PARTNER.client());
            String kept = keys.token(Tier.PARTNER.client());
            show(Tier.PARTNER, shown).then().statusCode(200);

            gateway.kill(Part.KEYCLOAK);

            show(Tier.PARTNER, shown).then().statusCode(200);
            show(Tier.PARTNER, kept).then().statusCode(200);
            for (int i = 0; i < 5; i++) {
                expectRefused(show(Tier.PARTNER, ofUnheardKey(shown, i)));
            }
            show(Tier.PARTNER, shown).then().statusCode(200);

            gateway.start(Part.KEYCLOAK);

            follow(Tier.PARTNER, keys.token(Tier.PARTNER.client()));
        }
    }

    private void follow(Tier tier, String token) {
        Patience.await(
                "the new key known",
                A_MINUTE,
                () -> show(tier, token).statusCode(),
                status -> status == 200);
    }

    private Response show(Tier tier, String token) {
        return tier.withoutToken(gateway).auth().oauth2(token).get(tier.list());
    }

    private static void expectRefused(Response answer) {
        answer.then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    private static String ofUnheardKey(String token, int number) {
        String header =
                JsonObject.of("alg", "ES256", "typ", "JWT", "kid", "unheard-" + number).encode();
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'));
    }
}
