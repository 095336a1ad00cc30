package dev.interlock.system;

import dev.interlock.sandbox.SandboxDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with the schemas and roles of every tier.
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private @Nullable SandboxDatabase server;

    @Override
    public Map<String, String> start() {
        server = SandboxDatabase.ephemeral();
        return server.settings("system");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
