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
