package dev.interlock.sandbox.keycloak;

import dev.interlock.sandbox.api.ClientKey;
import dev.interlock.sandbox.child.Launch;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the Keycloak server is started: straight, without its shell script, so that ending the
/// process ends the server.
public final class KeycloakLaunch {
    private KeycloakLaunch() {}

    /// `portalPort` is where a person's browser comes back to; the realm takes the public half of
    /// the key.
    public static Launch of(
            KeycloakHome home,
            String jdbcUrl,
            int port,
            int managementPort,
            int portalPort,
            ClientKey key,
            Path log) {
        home.layRealm();
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                                "--add-opens=java.base/java.security=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dkc.home.dir=" + home.directory(),
                                "-Djboss.server.config.dir=" + home.directory().resolve("conf"),
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                                "-Dpicocli.disable.closures=true",
                                "-cp",
                                home.directory().resolve("lib/quarkus-run.jar").toString(),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                                "start",
                                "--optimized",
                                "--import-realm",
                                "--cache=local",
                                "--http-enabled=true",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--http-management-port=" + managementPort,
                                "--hostname=http://localhost:" + port,
                                "--db-url=" + jdbcUrl,
                                "--db-username=keycloak",
                                "--db-password=keycloak",
                                "--db-pool-max-size=20"));
        return new Launch(
                "keycloak",
                Launch.java("-Xmx320m", arguments),
                Map.of(
                        "PORTAL_PORT", String.valueOf(portalPort),
                        "SUPPLIER_KEY_ID", key.jwk().getString("kid"),
                        "SUPPLIER_KEY_X", key.jwk().getString("x"),
                        "SUPPLIER_KEY_Y", key.jwk().getString("y"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"),
                log,
                URI.create(
                        "http://127.0.0.1:%d/realms/interlock/.well-known/openid-configuration"
                                .formatted(port)));
    }
}
