package dev.interlock.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tokens that are signed with the right key, and only one of them says what it has to.
@QuarkusTest
@QuarkusTestResource(TiersBelow.class)
class TokenClaimsTest {
    @Test
    void aTokenOfNowForThisTierIsTaken() {
        ask(signed(Map.of())).then().statusCode(200);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("wrong issuer", Map.of("iss", "http://elsewhere/realms/interlock")),
                Arguments.of("wrong audience", Map.of("aud", "interlock-system")),
                Arguments.of("expired", Map.of("exp", Duration.ofMinutes(-1))),
                Arguments.of("not yet valid", Map.of("nbf", Duration.ofMinutes(10))),
                Arguments.of("issued in the future", Map.of("iat", Duration.ofMinutes(10))),
                Arguments.of("ID token", Map.of("typ", "ID")),
                Arguments.of("refresh token", Map.of("typ", "Refresh")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void anyOtherIsRefused(String what, Map<String, Object> claims) {
        ask(signed(claims))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer error=\"invalid_token\""))
                .body("code", equalTo("unauthenticated"));
    }

    /// Keys that nobody has heard of make no flood of questions to Keycloak.
    @Test
    void unknownKeysAreAskedForOnceInAWhile() {
        var before = TiersBelow.KEYS_ASKED.get();

        for (var i = 0; i < 60; i++) {
            ask(signed(Map.of(), "unheard-" + i)).then().statusCode(401);
        }

        assertThat(TiersBelow.KEYS_ASKED.get() - before).isLessThan(10);
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/partner/v1/purchase-orders");
    }

    private static String signed(Map<String, Object> changed) {
        return signed(changed, SigningKey.ID);
    }

    /// A claim that is a duration is so far from now.
    private static String signed(Map<String, Object> changed, String key) {
        Instant now = InstantSource.system().instant();
        var claims =
                Jwt.claims()
                        .issuer(SigningKey.ISSUER)
                        .audience("interlock-partner")
                        .subject("acme")
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(300))
                        .claim("azp", "supplier-acme")
                        .claim("typ", "Bearer")
                        .claim("supplier_id", "ACME")
                        .claim("scope", "supplier:orders");
        changed.forEach((name, value) ->
                claims.claim(
                        name,
                        value instanceof Duration from ? now.plus(from).getEpochSecond() : value));
        return claims.jws()
                .keyId(key)
                .algorithm(SignatureAlgorithm.ES256)
                .sign(SigningKey.PAIR.getPrivate());
    }
}
