package dev.interlock.sandbox.keycloak;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/// Where Keycloak is unpacked. It is built once for PostgreSQL, which takes a while, and then
/// starts fast.
public record KeycloakHome(Path directory) {
    private static final String REALM = "interlock-realm.json";
    private static final int BUILD_MINUTES = 5;

    /// The Keycloak of this build, as Maven has unpacked it.
    public static KeycloakHome find(Path repository) {
        Path home = repository.resolve("sandbox/target/keycloak/keycloak-" + version());
        if (!Files.exists(home.resolve("lib/quarkus-run.jar"))) {
            throw new SandboxFailure(
                    "Keycloak is not unpacked in %s: run mvn -DskipTests package.".formatted(home));
        }
        return new KeycloakHome(home);
    }

    private static String version() {
        Properties versions = new Properties();
        try (InputStream in = KeycloakHome.class.getResourceAsStream("/versions.properties")) {
            versions.load(Objects.requireNonNull(in, "versions.properties"));
            return versions.getProperty("keycloak", "unknown");
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The sandbox is not built whole: run mvn -DskipTests package.", e);
        }
    }

    public boolean built() {
        return Files.exists(marker());
    }

    /// Builds it unless that has been done; two sandboxes that start at once build it once.
    public void build(Path log) {
        Path lock = directory.resolveSibling(directory.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !built()) {
                run(log);
                Files.createFile(marker());
            }
        } catch (IOException e) {
            throw new SandboxFailure(
                    "Keycloak cannot be built in %s: check that you may write there."
                            .formatted(directory),
                    e);
        }
    }

    private void run(Path log) throws IOException {
        Process build =
                new ProcessBuilder(
                                List.of(
                                        "sh",
                                        directory.resolve("bin/kc.sh").toString(),
                                        "build",
                                        "--db=postgres",
                                        "--health-enabled=true"))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
                throw new SandboxFailure("Keycloak's own build failed: see %s.".formatted(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("Interrupted while Keycloak was built.", e);
        } finally {
            build.descendants().forEach(ProcessHandle::destroy);
            build.destroy();
        }
    }

    private Path marker() {
        return directory.resolve("built-for-postgres");
    }

    /// Lays the realm where the server imports it from, and returns its text.
    String layRealm() {
        Path imports = directory.resolve("data/import");
        try (InputStream realm = KeycloakHome.class.getResourceAsStream("/" + REALM)) {
            if (realm == null) {
                throw new IOException(REALM + " is missing from the class path");
            }
            Files.createDirectories(imports);
            Path next = Files.createTempFile(directory.resolve("data"), "realm", ".json");
            Files.copy(realm, next, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    next,
                    imports.resolve(REALM),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return Files.readString(imports.resolve(REALM));
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The realm cannot be laid into %s: check that you may write there."
                            .formatted(imports),
                    e);
        }
    }
}
