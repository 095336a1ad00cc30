package dev.interlock.system;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with the tier's schema and roles, as the sandbox sets them up.
public class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private static final String BOOTSTRAP =
            """
            CREATE ROLE system_owner LOGIN PASSWORD 'system_owner';
            CREATE ROLE system_apis LOGIN PASSWORD 'system_apis';
            CREATE SCHEMA system AUTHORIZATION system_owner;
            ALTER ROLE system_owner SET search_path = system;
            ALTER ROLE system_apis SET search_path = system;
            GRANT USAGE ON SCHEMA system TO system_apis;
            ALTER DEFAULT PRIVILEGES FOR ROLE system_owner IN SCHEMA system
                GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO system_apis;
            ALTER DEFAULT PRIVILEGES FOR ROLE system_owner IN SCHEMA system GRANT USAGE, SELECT ON SEQUENCES TO system_apis;
            ALTER DEFAULT PRIVILEGES FOR ROLE system_owner IN SCHEMA system GRANT EXECUTE ON FUNCTIONS TO system_apis;
            """;

    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(BOOTSTRAP);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be set up", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
    }

    @Override
    public void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
