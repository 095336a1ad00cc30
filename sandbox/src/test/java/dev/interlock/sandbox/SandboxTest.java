package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.SandboxFailure;
import dev.interlock.sandbox.tier.Tuning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void survivesThePowerFailureOfItsDatabase(@TempDir Path state) throws SQLException {
        try (Sandbox sandbox = Sandbox.start(postgresOnly(state), progress)) {
            try (Connection connection = sandbox.database().connect(SandboxDatabase.NAME)) {
                connection
                        .createStatement()
                        .execute("CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
            }

            sandbox.kill(Part.POSTGRES);
            assertThat(sandbox.runs(Part.POSTGRES)).isFalse();
            sandbox.start(Part.POSTGRES);

            try (Connection connection = sandbox.database().connect(SandboxDatabase.NAME)) {
                assertThat(
                                connection
                                        .createStatement()
                                        .executeQuery("SELECT id FROM kept WHERE id = 7")
                                        .next())
                        .isTrue();
            }
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("PostgreSQL is ready on localhost:16433");
    }

    @Test
    void holdsItsStateAlone(@TempDir Path state) {
        try (Sandbox sandbox = Sandbox.start(postgresOnly(state), progress)) {
            assertThat(sandbox.runs(Part.POSTGRES)).isTrue();
            assertThatThrownBy(() -> Sandbox.start(postgresOnly(state), progress))
                    .isInstanceOf(SandboxFailure.class)
                    .hasMessageContaining("already runs");
        }
    }

    @Test
    void leavesNothingBehindWhenAPartCannotStart(@TempDir Path state, @TempDir Path empty) {
        Options broken =
                new Options(
                        empty,
                        state,
                        16000,
                        false,
                        false,
                        false,
                        EnumSet.of(Part.POSTGRES, Part.PARTNER_APIS),
                        Tuning.NONE);

        assertThatThrownBy(() -> Sandbox.start(broken, progress))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("is not built");

        assertThat(answers(16433)).isFalse();
    }

    @Test
    void leavesAnotherProgramsPortAlone(@TempDir Path state) throws IOException {
        try (ServerSocket taken = new ServerSocket(16433, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> Sandbox.start(postgresOnly(state), progress))
                    .hasMessageContaining("16433");
        }
    }

    private static Options postgresOnly(Path state) {
        return Options.usual()
                .withState(state)
                .withPortBase(16000)
                .withSampleData(false)
                .withParts(EnumSet.of(Part.POSTGRES));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
