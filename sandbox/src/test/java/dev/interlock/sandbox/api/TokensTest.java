package dev.interlock.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String TOKEN = "{\"access_token\": \"a.b.c\", \"expires_in\": 300}";
    private static final String BROKEN =
            "{\"error_description\": \"For more on this error consult the server log.\"}";
    private static final String REFUSED = "{\"error_description\": \"Invalid client\"}";

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer keycloak;

    @BeforeEach
    void listen() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.start();
    }

    @AfterEach
    void end() {
        keycloak.stop(0);
    }

    @Test
    void aKeycloakWhoseConnectionsBrokeIsAskedAgain() {
        answer(500, BROKEN, 3);

        assertThat(tokens().ofClient("plm")).isEqualTo("a.b.c");
        assertThat(asked).hasValue(4);
    }

    @Test
    void aRefusalStands() {
        answer(401, REFUSED, 1);

        assertThatThrownBy(() -> tokens().ofClient("nobody"))
                .isInstanceOf(SandboxFailure.class)
                .hasMessage("Keycloak gives nobody no token: Invalid client.");
        assertThat(asked).hasValue(1);
    }

    /// So often like this, and then with a token.
    private void answer(int status, String body, int times) {
        keycloak.createContext(
                "/",
                exchange -> {
                    var first = asked.incrementAndGet() <= times;
                    var said = (first ? body : TOKEN).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(first ? status : 200, said.length);
                    exchange.getResponseBody().write(said);
                    exchange.close();
                });
    }

    private Tokens tokens() {
        return new Tokens(
                URI.create("http://localhost:%d/token".formatted(keycloak.getAddress().getPort())),
                HttpClient.newHttpClient(),
                InstantSource.system());
    }
}
