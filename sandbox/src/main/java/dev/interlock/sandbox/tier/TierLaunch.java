package dev.interlock.sandbox.tier;

import dev.interlock.sandbox.child.Launch;
import dev.interlock.sandbox.layout.DatabaseSettings;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How one of our applications is started: its built jar, and where in this sandbox it finds
/// everything.
public final class TierLaunch {
    private static final String HOST = "127.0.0.1";

    private final Path repository;
    private final Ports ports;
    private final Path logs;
    private final Tuning tuning;

    public TierLaunch(Path repository, Ports ports, Path logs, Tuning tuning) {
        this.repository = repository;
        this.ports = ports;
        this.logs = logs;
        this.tuning = tuning;
    }

    public Launch of(Part part) {
        return launch(part, part.id(), ports.of(part), cache(part).use());
    }

    /// One more of the part, beside the first.
    public Launch replica(Part part, int port) {
        return launch(part, part.id() + "-2", port, cache(part).use());
    }

    /// What it loads until it is ready is written down when it ends.
    public Launch writingDown(Part part) {
        return launch(part, part.id(), ports.of(part), cache(part).write());
    }

    /// Where that is kept.
    public StartCache cache(Part part) {
        return new StartCache(jar(part));
    }

    private Launch launch(Part part, String name, int port, List<String> cache) {
        Map<String, String> settings = settings(part, port);
        settings.putAll(tuning.of(part));
        List<String> arguments = new ArrayList<>();
        if (part == Part.SYSTEM_APIS) {
            // The others are started more often than they work; this one takes all their calls, and
            // seeding.
            arguments.add("-XX:TieredStopAtLevel=4");
        }
        arguments.addAll(tuning.jvm());
        arguments.addAll(cache);
        settings.forEach((key, value) -> arguments.add("-D%s=%s".formatted(key, value)));
        arguments.add("-jar");
        arguments.add(jar(part).toString());
        return new Launch(
                name,
                Launch.java("-Xmx256m", arguments),
                Map.of(),
                logs.resolve(name + ".log"),
                URI.create(
                        "http://%s:%s/q/health/ready"
                                .formatted(HOST, settings.get("quarkus.management.port"))));
    }

    private Path jar(Part part) {
        Path jar =
                repository
                        .resolve(tuning.module(part))
                        .resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new SandboxFailure(
                    "%s is not built: run mvn -DskipTests package.".formatted(jar));
        }
        return jar;
    }

    private Map<String, String> settings(Part part, int port) {
        Map<String, String> settings =
                new TreeMap<>(
                        Map.of(
                                "quarkus.http.host", HOST,
                                "quarkus.http.port", String.valueOf(port),
                                "quarkus.management.host", HOST,
                                "quarkus.management.port", String.valueOf(ports.managementOf(port)),
                                "quarkus.oidc.auth-server-url", issuer()));
        switch (part) {
            case SYSTEM_APIS -> {
                settings.putAll(database("system"));
                settings.putAll(
                        Map.of(
                                target("mes-1000"), url(ports.mes1000()),
                                target("mes-2000"), url(ports.mes2000()),
                                target("qms"), url(ports.qms()),
                                target("plm"), url(ports.plm()),
                                target("wms"), url(ports.wms())));
            }
            case PROCESS_APIS -> {
                settings.putAll(database("process"));
                settings.putAll(ownToken(part));
                settings.putAll(
                        Map.of(
                                target("erp"),
                                url(ports.erpProxy()),
                                target("system"),
                                url(ports.systemApis())));
            }
            case PARTNER_APIS -> {
                settings.putAll(database("partner"));
                settings.putAll(ownToken(part));
                settings.putAll(
                        Map.of(
                                target("system"),
                                url(ports.systemApis()),
                                target("process"),
                                url(ports.processApis())));
            }
            case PORTAL ->
                    settings.putAll(
                            Map.of(
                                    "interlock.portal.system-url", url(ports.systemApis()),
                                    "interlock.portal.process-url", url(ports.processApis()),
                                    "interlock.portal.partner-url", url(ports.partnerApis())));
            case POSTGRES, KEYCLOAK, PLANT -> throw new IllegalArgumentException(part.id());
        }
        return settings;
    }

    private Map<String, String> database(String tier) {
        return new DatabaseSettings(
                        tier,
                        "jdbc:postgresql://%s:%d/%s"
                                .formatted(HOST, ports.postgres(), DatabaseSettings.DATABASE))
                .asMap();
    }

    private Map<String, String> ownToken(Part part) {
        return Map.of(
                "quarkus.oidc-client.auth-server-url", issuer(),
                "quarkus.oidc-client.client-id", part.id(),
                "quarkus.oidc-client.credentials.secret", part.id() + "-secret");
    }

    private String issuer() {
        return "http://localhost:%d/realms/interlock".formatted(ports.keycloak());
    }

    private static String target(String name) {
        return "interlock.targets.%s.url".formatted(name);
    }

    private static String url(int port) {
        return "http://%s:%d".formatted(HOST, port);
    }
}
