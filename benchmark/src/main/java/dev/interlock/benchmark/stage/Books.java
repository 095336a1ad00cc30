package dev.interlock.benchmark.stage;

import dev.interlock.sandbox.layout.SandboxFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tiers' database as its superuser sees it: to look into the books, and to fill them.
public final class Books implements AutoCloseable {
    private static final String END_IDLE =
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE usename IN ('system_apis', 'process_apis') AND state = 'idle'
            """;

    /// A tier tries a connection before it uses it when it has rested for a second.
    private static final long TRIED_AGAIN_MS = 2_000;

    private final Connection connection;

    /// A row as a caller wants it.
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Books(Connection connection) {
        this.connection = connection;
    }

    public static Books open(int port) {
        try {
            return new Books(
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:%d/interlock?user=postgres"
                                    .formatted(port)));
        } catch (SQLException e) {
            throw new SandboxFailure("The database does not answer: " + e.getMessage(), e);
        }
    }

    /// As in a tier that has run for a while: the tables are analysed, and the connections younger
    /// than what fills them. One that was opened on empty tables plans each statement anew.
    public static void settle(int port) {
        try (Books books = open(port)) {
            books.execute("ANALYZE");
            books.list(END_IDLE, row -> row.getBoolean(1));
            Thread.sleep(TRIED_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The measurement was interrupted.", e);
        }
    }

    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new SandboxFailure("The books cannot be read: " + e.getMessage(), e);
        }
    }

    public long number(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values).getFirst();
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SandboxFailure("The books cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SandboxFailure("The books cannot be closed: " + e.getMessage(), e);
        }
    }
}
