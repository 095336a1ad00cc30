package dev.interlock.platform.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A database that has stopped answering without hanging up, and one that only takes its time.
@Timeout(30)
class WatchedSocketsTest {
    @Test
    void whoWaitsForASilentDatabaseIsFreed() throws IOException {
        try (var database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = connected("PT1S", database);
                var _ = database.accept()) {
            assertThatThrownBy(() -> socket.getInputStream().read(new byte[8]))
                    .isInstanceOf(SocketException.class);

            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void aConnectionThatNobodyWaitsForMayBeSilent() throws IOException, InterruptedException {
        try (var database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = connected("PT1S", database);
                var server = database.accept()) {
            var answers = socket.getInputStream();
            TimeUnit.SECONDS.sleep(3);
            server.getOutputStream().write(7);

            assertThat(answers.read()).isEqualTo(7);
        }
    }

    /// A pool tries one resting connection after the other: who asks it waits for one of them only.
    @Test
    void whatRestsMeanwhileIsClosedWithIt() throws IOException, InterruptedException {
        try (var database = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var resting = connected("PT1S", database);
                var elsewhere = connected("PT1S", other);
                var asked = connected("PT1S", database)) {
            resting.getInputStream();
            elsewhere.getInputStream();

            assertThatThrownBy(() -> asked.getInputStream().read(new byte[8]))
                    .isInstanceOf(SocketException.class);
            while (!resting.isClosed()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }

            assertThat(elsewhere.isClosed()).isFalse();
        }
    }

    private static Socket connected(String patience, ServerSocket database) throws IOException {
        var socket = new WatchedSockets(patience).createSocket();
        socket.connect(new InetSocketAddress(database.getInetAddress(), database.getLocalPort()));
        return socket;
    }
}
