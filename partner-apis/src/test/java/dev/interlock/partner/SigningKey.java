package dev.interlock.partner;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/// The key that a Keycloak of the tests would sign with.
final class SigningKey {
    static final String ISSUER = "http://keycloak.test/realms/interlock";
    static final String ID = "key-1";
    static final KeyPair PAIR = pair();

    private static final int COORDINATE = 32;

    private SigningKey() {}

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    static String jwks() {
        var point = ((ECPublicKey) PAIR.getPublic()).getW();
        return "{\"keys\": [{\"kty\": \"EC\", \"use\": \"sig\", \"alg\": \"ES256\", \"crv\": \"P-256\", \"kid\": \"%s\", \"x\": \"%s\", \"y\": \"%s\"}]}"
                .formatted(ID, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[COORDINATE];
        var length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
