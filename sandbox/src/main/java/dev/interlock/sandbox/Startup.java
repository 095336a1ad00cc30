package dev.interlock.sandbox;

import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.child.ProcessRegistry;
import dev.interlock.sandbox.keycloak.KeycloakHome;
import dev.interlock.sandbox.keycloak.RealmFingerprint;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.sample.SampleData;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;

/// Brings a sandbox up, says what it is doing, and leaves no process behind when it cannot.
final class Startup {
    private final Options options;
    private final Progress progress;
    private final Ports ports;

    Startup(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.ports = new Ports(options.portBase());
    }

    Sandbox run() {
        StateDirectory state = StateDirectory.hold(options.state());
        Sandbox sandbox = null;
        try {
            ProcessRegistry registry = ProcessRegistry.read(state.directory());
            clear(state, registry);
            sandbox = new Sandbox(options, state, registry);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
            registry.claim(JsonObject.of("portBase", options.portBase(), "ready", false));
            startAll(sandbox, state);
            registry.fact("ready", true);
            return sandbox;
        } catch (RuntimeException e) {
            if (sandbox == null) {
                state.close();
            } else if (sandbox.closed()) {
                throw new SandboxFailure("The sandbox was stopped while it started.", e);
            } else {
                sandbox.close();
            }
            throw e;
        }
    }

    private void clear(StateDirectory state, ProcessRegistry registry) {
        List<String> left = registry.endLeftovers();
        if (!left.isEmpty()) {
            progress.say(
                    "Ended what an earlier sandbox had left running: " + String.join(", ", left));
        }
        if (options.fresh()) {
            state.empty();
            progress.say("Emptied " + state.directory());
        }
        state.turnLogs();
        parts().forEach(ports::requireFree);
    }

    private void startAll(Sandbox sandbox, StateDirectory state) {
        for (Part part : parts()) {
            if (part == Part.KEYCLOAK) {
                prepareKeycloak(sandbox, state);
            }
            sandbox.begin(part);
            if (part == Part.POSTGRES) {
                progress.say("PostgreSQL is ready on localhost:" + ports.postgres());
            }
        }
        for (Part part : parts()) {
            if (part != Part.POSTGRES) {
                sandbox.awaitReady(part);
                progress.say(
                        "%s ready on http://localhost:%d".formatted(isReady(part), ports.of(part)));
            }
        }
        loadSampleData();
    }

    private void loadSampleData() {
        if (options.sampleData()
                && options.parts()
                        .containsAll(EnumSet.of(Part.KEYCLOAK, Part.PLANT, Part.SYSTEM_APIS))) {
            int written = new SampleData(Endpoints.of(ports), InstantSource.system()).load();
            progress.say(
                    written == 0
                            ? "The sample data stands"
                            : "Loaded %d sample records through the system APIs"
                                    .formatted(written));
        }
    }

    private void prepareKeycloak(Sandbox sandbox, StateDirectory state) {
        KeycloakHome home = KeycloakHome.find(options.repository());
        if (!home.built()) {
            progress.say("Keycloak is built for PostgreSQL, once (about 20 s)");
            home.build(state.log(Part.KEYCLOAK));
        }
        RealmFingerprint fingerprint =
                new RealmFingerprint(
                        home, ports.portal(), state.clientKey(), state.realmFingerprint());
        if (!fingerprint.stands()) {
            try (Connection connection = sandbox.database().connect("postgres")) {
                DatabaseSchema.recreateKeycloak(connection);
            } catch (SQLException e) {
                throw new SandboxFailure(
                        "Keycloak's database cannot be emptied for the new realm: "
                                + e.getMessage(),
                        e);
            }
            fingerprint.write();
        }
    }

    private List<Part> parts() {
        return options.parts().stream().sorted().toList();
    }

    private static String isReady(Part part) {
        return part.subject() + (part.title().endsWith("APIs") ? " are" : " is");
    }
}
