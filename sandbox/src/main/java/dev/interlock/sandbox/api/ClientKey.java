package dev.interlock.sandbox.api;

import dev.interlock.sandbox.layout.SandboxFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// The key that a client shows who it is with, instead of a secret (`private_key_jwt`): P-256, as a
/// JWK. The realm knows its public half only.
public record ClientKey(String client, JsonObject jwk) {
    /// The sandbox's client that has a key and no secret.
    public static final String OWNER = "supplier-borealis-jwt";

    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final int COORDINATE = 32;

    public ClientKey {
        jwk = jwk.copy();
    }

    /// The key of the sandbox in this state directory, made when it is first asked for.
    public static ClientKey standing(Path state) {
        Path file = file(state);
        try {
            if (Files.exists(file)) {
                return new ClientKey(OWNER, new JsonObject(Files.readString(file)));
            }
            ClientKey made = made(OWNER);
            Files.createDirectories(state);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, made.jwk.encodePrettily());
            return made;
        } catch (IOException | DecodeException e) {
            throw new SandboxFailure(
                    "The key of %s cannot be kept in %s: remove the file and check that you may write there."
                            .formatted(OWNER, file),
                    e);
        }
    }

    public static Path file(Path state) {
        return state.resolve(OWNER + ".jwk.json");
    }

    /// A new one that no realm knows.
    public static ClientKey made(String client) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return new ClientKey(
                    client,
                    JsonObject.of("kty", "EC", "crv", "P-256", "use", "sig", "alg", "ES256")
                            .put("kid", UUID.randomUUID().toString())
                            .put("x", number(point.getAffineX()))
                            .put("y", number(point.getAffineY()))
                            .put("d", number(((ECPrivateKey) pair.getPrivate()).getS())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /// What the realm may know.
    public JsonObject publicHalf() {
        var half = jwk.copy();
        half.remove("d");
        return half;
    }

    /// Says to Keycloak who asks (RFC 7523): good for a minute, and once.
    public String assertion(URI issuer, Instant now) {
        var header = JsonObject.of("alg", "ES256", "typ", "JWT").put("kid", jwk.getString("kid"));
        var claims =
                JsonObject.of("iss", client, "sub", client, "aud", issuer.toString())
                        .put("jti", UUID.randomUUID().toString())
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.plus(GOOD_FOR).getEpochSecond());
        var text = part(header) + "." + part(claims);
        return text + "." + base64(signature(text));
    }

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateHalf());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SandboxFailure(
                    "The key of %s is none: remove its file.".formatted(client), e);
        }
    }

    private PrivateKey privateHalf() throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var number = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString("d")));
        return KeyFactory.getInstance("EC")
                .generatePrivate(
                        new ECPrivateKeySpec(
                                number, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static String part(JsonObject json) {
        return base64(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[COORDINATE];
        var length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return base64(fixed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
