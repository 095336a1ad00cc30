package dev.interlock.partner.below;

import dev.interlock.platform.idempotency.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The Idempotency-Key that goes down: two suppliers may choose the same key and never meet.
final class SupplierKey {
    private SupplierKey() {}

    static String of(String supplier, String operation, IdempotencyKey key) {
        var parts = String.join("\n", supplier, operation, key.value());
        return HexFormat.of().formatHex(sha256().digest(parts.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
