package dev.interlock.process;

import dev.interlock.sandbox.SandboxDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with the sandbox's roles, and a tier below under the test's control.
public class ProcessTierResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable SandboxDatabase database;
    private @Nullable TierBelow below;

    @Override
    public Map<String, String> start() {
        try {
            var startedDatabase = SandboxDatabase.ephemeral();
            var startedTier = new TierBelow();
            database = startedDatabase;
            below = startedTier;
            var settings = new HashMap<>(startedDatabase.settings("process"));
            settings.put("interlock.targets.erp.url", startedTier.url());
            settings.put("interlock.targets.system.url", startedTier.url());
            settings.put("quarkus.oidc-client.auth-server-url", startedTier.url());
            return settings;
        } catch (IOException e) {
            throw new IllegalStateException("the tier below could not be started", e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(below), new TestInjector.MatchesType(TierBelow.class));
    }

    @Override
    public void stop() {
        if (below != null) {
            below.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
