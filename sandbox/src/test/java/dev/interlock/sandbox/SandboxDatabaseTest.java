package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxDatabaseTest {
    @Test
    void keepsACommitEvenWhenThePowerFails() throws SQLException {
        try (SandboxDatabase database = SandboxDatabase.ephemeral();
                Connection connection = database.connect(SandboxDatabase.NAME)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void refusesAServerThatMayLoseACommit() throws SQLException {
        try (SandboxDatabase database = SandboxDatabase.ephemeral();
                Connection connection = database.connect(SandboxDatabase.NAME)) {
            run(connection, "SET synchronous_commit = off");

            assertThatThrownBy(() -> DatabaseSchema.requireDurable(connection))
                    .isInstanceOf(SandboxFailure.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }

    @Test
    void letsATierUseItsOwnersTablesAndNoOtherTiers() throws SQLException {
        try (SandboxDatabase database = SandboxDatabase.ephemeral()) {
            try (Connection owner = as(database, "system_owner")) {
                run(
                        owner,
                        "CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY, name text)");
            }

            try (Connection tier = as(database, "system_apis")) {
                run(tier, "INSERT INTO thing (name) VALUES ('gear')");
                assertThatThrownBy(() -> run(tier, "DROP TABLE thing"))
                        .hasMessageContaining("must be owner");
            }
            try (Connection other = as(database, "process_apis")) {
                assertThatThrownBy(() -> run(other, "SELECT * FROM system.thing"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void keepsItsDataWhenItStartsAgain(@TempDir Path directory) throws SQLException {
        Path log = directory.resolve("postgres.log");
        try (SandboxDatabase database = SandboxDatabase.persistent(directory, 0, log);
                Connection owner = as(database, "process_owner")) {
            run(owner, "CREATE TABLE run (id int)");
            run(owner, "INSERT INTO run VALUES (1)");
        }

        try (SandboxDatabase database = SandboxDatabase.persistent(directory, 0, log);
                Connection tier = as(database, "process_apis");
                Statement statement = tier.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM run")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private static Connection as(SandboxDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, role);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
