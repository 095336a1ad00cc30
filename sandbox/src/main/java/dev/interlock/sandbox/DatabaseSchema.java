package dev.interlock.sandbox;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Databases, roles and schemas as the tiers expect them; running it again changes nothing.
///
/// A tier's owner role migrates its schema; the tier itself runs under a role that owns no table,
/// so that row-level security holds for it.
final class DatabaseSchema {
    private static final List<String> TIERS = List.of("system", "process", "partner");
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private DatabaseSchema() {}

    static void requireDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new SandboxFailure(
                                "PostgreSQL runs with %s=%s, so a commit could be lost: remove that setting from its configuration."
                                        .formatted(setting, row.getString(1)));
                    }
                }
            }
        }
    }

    static void createDatabases(Connection connection) throws SQLException {
        for (String tier : TIERS) {
            createRole(connection, tier + "_owner");
            createRole(connection, tier + "_apis");
        }
        createRole(connection, "keycloak");
        createDatabase(connection, SandboxDatabase.NAME, "postgres");
        createDatabase(connection, "keycloak", "keycloak");
    }

    static void createTiers(Connection connection) throws SQLException {
        for (String tier : TIERS) {
            run(
                    connection,
                    """
                    GRANT CONNECT ON DATABASE interlock TO %1$s_owner, %1$s_apis;
                    CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s_owner;
                    ALTER ROLE %1$s_owner SET search_path = %1$s;
                    ALTER ROLE %1$s_apis SET search_path = %1$s;
                    GRANT USAGE ON SCHEMA %1$s TO %1$s_apis;
                    ALTER DEFAULT PRIVILEGES FOR ROLE %1$s_owner IN SCHEMA %1$s
                        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1$s_apis;
                    ALTER DEFAULT PRIVILEGES FOR ROLE %1$s_owner IN SCHEMA %1$s
                        GRANT USAGE, SELECT ON SEQUENCES TO %1$s_apis;
                    ALTER DEFAULT PRIVILEGES FOR ROLE %1$s_owner IN SCHEMA %1$s
                        GRANT EXECUTE ON FUNCTIONS TO %1$s_apis;
                    """
                            .formatted(tier));
        }
    }

    /// Empties Keycloak's database, for a realm that is another than the one imported into it.
    static void recreateKeycloak(Connection connection) throws SQLException {
        run(connection, "DROP DATABASE IF EXISTS keycloak WITH (FORCE)");
        createDatabase(connection, "keycloak", "keycloak");
    }

    private static void createRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            run(connection, "CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(role));
        }
    }

    private static void createDatabase(Connection connection, String database, String owner)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            run(connection, "CREATE DATABASE %s OWNER %s".formatted(database, owner));
            run(connection, "REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(database));
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
