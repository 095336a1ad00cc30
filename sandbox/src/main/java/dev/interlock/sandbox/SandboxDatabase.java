package dev.interlock.sandbox;

import dev.interlock.sandbox.layout.DatabaseSettings;
import dev.interlock.sandbox.layout.SandboxFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/// The real PostgreSQL server with the roles and schemas of every tier, from embedded binaries.
///
/// Commits are durable: the binaries' launcher turns `fsync` off, so it is set here and read back,
/// and a server that says otherwise is not handed out. It listens on 127.0.0.1 only, and runs as
/// root as well as an ordinary user.
public final class SandboxDatabase implements AutoCloseable {
    public static final String NAME = DatabaseSettings.DATABASE;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Kept, or a level set on it is forgotten.
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test");

    private final EmbeddedPostgres server;
    private final Path data;
    private final ProcessHandle process;

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private SandboxDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
        this.process = ProcessHandle.of(pid(data)).orElseThrow();
    }

    /// A server of its own on a free port, gone with its data when closed: for tests.
    public static SandboxDatabase ephemeral() {
        try {
            Path home =
                    Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "interlock-postgres-" + System.getProperty("user.name"));
            Path data = Files.createTempDirectory("interlock-data-");
            return start(home, data, 0, true, Redirect.DISCARD);
        } catch (IOException e) {
            throw new SandboxFailure(
                    "No directory for PostgreSQL's data can be made: free some space in the"
                            + " temporary directory.",
                    e);
        }
    }

    /// The server whose data stays in the directory.
    public static SandboxDatabase persistent(Path directory, int port, Path log) {
        return start(
                directory, directory.resolve("data"), port, false, Redirect.appendTo(log.toFile()));
    }

    private static SandboxDatabase start(
            Path home, Path data, int port, boolean passing, Redirect output) {
        SandboxDatabase started = null;
        try {
            Files.createDirectories(home);
            Files.createDirectories(data);
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(home.toFile())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(passing)
                            .setRegisterShutdownHook(passing)
                            .setPort(port)
                            .setPGStartupWait(PATIENCE)
                            .setOutputRedirector(output)
                            .setErrorRedirector(output)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("max_connections", "200")
                            .setServerConfig("timezone", "UTC")
                            .start();
            started = new SandboxDatabase(server, data);
            started.prepare();
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            if (started != null) {
                started.close();
            }
            throw e instanceof SandboxFailure failure
                    ? failure
                    : new SandboxFailure(
                            "PostgreSQL does not start in %s: %s".formatted(home, e.getMessage()),
                            e);
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = connect("postgres")) {
            DatabaseSchema.requireDurable(connection);
            DatabaseSchema.createDatabases(connection);
        }
        try (Connection connection = connect(NAME)) {
            DatabaseSchema.createTiers(connection);
        }
    }

    /// A connection as the superuser: for tests and for what no tier may do.
    public Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbcUrl(database));
        source.setUser("postgres");
        return source.getConnection();
    }

    public int port() {
        return server.getPort();
    }

    /// Where the tiers' database is.
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    /// What a tier (`system`, `process`, `partner`) needs to know to run on this server.
    public Map<String, String> settings(String tier) {
        return new DatabaseSettings(tier, jdbcUrl()).asMap();
    }

    /// The server's own process.
    ProcessHandle process() {
        return process;
    }

    /// The first line of the server's pid file.
    private static long pid(Path data) {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new SandboxFailure("PostgreSQL in %s is not running.".formatted(data), e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Ends the server as a power failure would; what it had committed is there when it starts
    /// again.
    void kill() {
        List<ProcessHandle> workers = process.children().toList();
        process.destroyForcibly();
        workers.forEach(
                worker -> worker.onExit().completeOnTimeout(worker, 10, TimeUnit.SECONDS).join());
        // The library holds a lock on the directory until it is told; that the server is gone is no
        // news then.
        LIBRARY.setLevel(Level.OFF);
        try {
            close();
        } finally {
            LIBRARY.setLevel(Level.WARNING);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new SandboxFailure(
                    "PostgreSQL in %s does not stop: end process %d yourself."
                            .formatted(data, process.pid()),
                    e);
        }
    }
}
