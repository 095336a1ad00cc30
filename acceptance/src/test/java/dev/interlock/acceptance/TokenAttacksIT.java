package dev.interlock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tokens that somebody made from a real one: every tier answers each of them 401.
@ExtendWith(GatewayExtension.class)
class TokenAttacksIT {
    private static final int COORDINATE = 32;

    private final Gateway gateway;

    TokenAttacksIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @EnumSource
    void noForgedTokenOpensATier(Tier tier) throws GeneralSecurityException {
        for (var attack : attacks(gateway.token(tier.client())).entrySet()) {
            tier.withoutToken(gateway)
                    .auth()
                    .oauth2(attack.getValue())
                    .get(tier.list())
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Bearer"))
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthenticated"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsNotReadFromTheQuery(Tier tier) {
        tier.withoutToken(gateway)
                .queryParam("access_token", gateway.token(tier.client()))
                .get(tier.list())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @ParameterizedTest
    @EnumSource
    void theRealTokenOpensIt(Tier tier) {
        assertThat(
                        tier.withoutToken(gateway)
                                .auth()
                                .oauth2(gateway.token(tier.client()))
                                .get(tier.list())
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAuthorizationHeaderOfAnotherSchemeIsNoToken() {
        for (var header :
                new String[] {
                    "Bearer",
                    "Bearer ",
                    "Basic YTpi",
                    "Token x",
                    "Bearer a.b.c",
                    "Bearer ..",
                    "bearer x"
                }) {
            Tier.PARTNER
                    .withoutToken(gateway)
                    .header("Authorization", header)
                    .get(Tier.PARTNER.list())
                    .then()
                    .statusCode(401);
        }
    }

    private Map<String, String> attacks(String real) throws GeneralSecurityException {
        var header = part(real, 0);
        var claims = part(real, 1);
        var signature = real.substring(real.lastIndexOf('.') + 1);
        var own = ownKey();
        var attacks = new LinkedHashMap<String, String>();
        for (var none : new String[] {"none", "None", "NONE", ""}) {
            attacks.put(
                    "alg " + none,
                    encoded(header.copy().put("alg", none)) + "." + encoded(claims) + ".");
        }
        attacks.put("HS256 with the public key", hmac(header.copy().put("alg", "HS256"), claims));
        attacks.put(
                "tampered",
                encoded(header)
                        + "."
                        + encoded(claims.copy().put("supplier_id", "BOREALIS"))
                        + "."
                        + signature);
        attacks.put("without a signature", encoded(header) + "." + encoded(claims) + ".");
        attacks.put("another's signature", signed(header, claims, own));
        attacks.put("unknown kid", signed(header.copy().put("kid", "unheard-of"), claims, own));
        attacks.put(
                "no kid",
                signed(new JsonObject().put("alg", "ES256").put("typ", "JWT"), claims, own));
        attacks.put("own jwk", signed(header.copy().put("jwk", jwk(own)), claims, own));
        for (var link : new String[] {"jku", "x5u"}) {
            attacks.put(
                    link,
                    signed(
                            header.copy()
                                    .put("kid", "mine")
                                    .put(link, gateway.endpoints().plant() + "/keys"),
                            claims,
                            own));
        }
        attacks.put("crit", signed(header.copy().put("crit", JsonArray.of("exp")), claims, own));
        attacks.put(
                "kid as a path", signed(header.copy().put("kid", "../../dev/null"), claims, own));
        attacks.put("expired", signed(header, claims.copy().put("exp", 1), own));
        attacks.put(
                "zero signature",
                encoded(header) + "." + encoded(claims) + "." + base64(new byte[64]));
        return attacks;
    }

    private static KeyPair ownKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JsonObject jwk(KeyPair key) {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return JsonObject.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                base64(fixed(point.getAffineX().toByteArray())),
                "y",
                base64(fixed(point.getAffineY().toByteArray())));
    }

    private static byte[] fixed(byte[] number) {
        var bytes = new byte[COORDINATE];
        var length = Math.min(number.length, COORDINATE);
        System.arraycopy(number, number.length - length, bytes, COORDINATE - length, length);
        return bytes;
    }

    private static String signed(JsonObject header, JsonObject claims, KeyPair key)
            throws GeneralSecurityException {
        var text = encoded(header) + "." + encoded(claims);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + base64(signature.sign());
    }

    /// Anybody can read the public key: as the secret of an HMAC it would sign for everybody.
    private String hmac(JsonObject header, JsonObject claims) throws GeneralSecurityException {
        var keys =
                RestAssured.get(claims.getString("iss") + "/protocol/openid-connect/certs")
                        .asString();
        var text = encoded(header) + "." + encoded(claims);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static JsonObject part(String token, int number) {
        return new JsonObject(
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]),
                        StandardCharsets.UTF_8));
    }

    private static String encoded(JsonObject json) {
        return base64(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
