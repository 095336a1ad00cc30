package dev.interlock.sandbox.keycloak;

import dev.interlock.sandbox.api.ClientKey;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Which realm Keycloak's database was filled from: the server imports a realm only into a database
/// that has none.
public record RealmFingerprint(KeycloakHome home, int portalPort, ClientKey key, Path file) {
    /// True when the database holds the realm of this build.
    public boolean stands() {
        try {
            return Files.exists(file) && Files.readString(file).equals(current());
        } catch (IOException e) {
            throw new SandboxFailure("%s cannot be read: remove it.".formatted(file), e);
        }
    }

    public void write() {
        try {
            Files.writeString(file, current());
        } catch (IOException e) {
            throw new SandboxFailure(
                    "%s cannot be written: check that you may write there.".formatted(file), e);
        }
    }

    private String current() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String content =
                    "%s %d %s %s"
                            .formatted(
                                    home.directory().getFileName(),
                                    portalPort,
                                    key.publicHalf().encode(),
                                    home.layRealm());
            return HexFormat.of()
                    .formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
