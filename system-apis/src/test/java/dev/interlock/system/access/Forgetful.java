package dev.interlock.system.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Answers, and still has the connection that it took for the answer.
@Path("/system/v1/forgetful")
@Singleton
@Authenticated
@RunOnVirtualThread
public class Forgetful {
    private static final String WHOSE = "SELECT current_setting('interlock.supplier')";

    private final AgroalDataSource pool;
    private volatile @Nullable Connection kept;

    Forgetful(AgroalDataSource pool) {
        this.pool = pool;
    }

    @GET
    public String whose() throws SQLException {
        var connection = pool.getConnection();
        kept = connection;
        return whose(connection);
    }

    /// Returns the number of its process in the database.
    int process() {
        return Jdbi.open(kept()).createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
    }

    void giveBack() throws SQLException {
        kept().close();
    }

    private Connection kept() {
        return Objects.requireNonNull(kept, "nobody has asked");
    }

    static String whose(Connection connection) {
        return Jdbi.open(connection).createQuery(WHOSE).mapTo(String.class).one();
    }
}
