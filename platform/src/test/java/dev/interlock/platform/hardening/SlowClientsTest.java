package dev.interlock.platform.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Clients that are never silent for long and never done with a body. (What is watched below HTTP
/// is tried on the running gateway.)
@QuarkusTest
@TestProfile(SlowClientsTest.Impatient.class)
@SuppressWarnings("NullAway.Init")
class SlowClientsTest {
    private static final int BETWEEN_BYTES = 100;
    private static final int AT_MOST_BYTES = 200;
    private static final String HEAD =
            "POST /workshop/tools HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @TestHTTPResource URI server;

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("interlock.http.patience", "PT1S");
        }
    }

    @Test
    void whoseBodyNeverEndsIsCutOff() throws IOException {
        assertThat(dribble(HEAD + "Content-Length: 5000\r\n\r\n{", " ")).isEmpty();
        assertThat(dribble(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")).isEmpty();
    }

    /// It is we who are slow: the client has said all it had to say.
    @Test
    void whoWaitsForASlowAnswerIsNotCutOff() throws IOException {
        var repair = HEAD.replace("/tools", "/repairs") + "Connection: close\r\n";

        assertThat(answer(repair + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200");
        assertThat(answer(repair + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String answer(String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /// Sends the beginning, then one piece after another, until the server hangs up; returns what
    /// it has said by then.
    private String dribble(String beginning, String piece) throws IOException {
        var heard = new StringBuilder();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(BETWEEN_BYTES);
            send(socket, beginning);
            for (var i = 0; i < AT_MOST_BYTES; i++) {
                try {
                    var some = socket.getInputStream().readNBytes(1);
                    if (some.length == 0) {
                        return heard.toString();
                    }
                    heard.append((char) some[0]);
                    i--;
                } catch (SocketTimeoutException _) {
                    send(socket, piece);
                }
            }
        } catch (SocketException _) {
            return heard.toString();
        }
        throw new AssertionError("the server still listens; it has said: " + heard);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
