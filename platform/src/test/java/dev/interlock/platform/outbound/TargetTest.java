package dev.interlock.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.outbound.Answer.Answered;
import dev.interlock.platform.outbound.Answer.Unknown;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A target that hangs up, and what is measured of it.
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class TargetTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final String BROKEN = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}";

    private final SimpleMeterRegistry measured = new SimpleMeterRegistry();
    private volatile Instant now = Instant.parse("2026-03-02T06:00:00Z");
    private volatile String says = "";
    private ServerSocket erp;
    private Targets targets;

    @BeforeEach
    void anErp() throws IOException {
        erp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        targets = new Targets(config(erp.getLocalPort()), measured, () -> now);
    }

    @AfterEach
    void itIsShutDown() throws IOException {
        erp.close();
    }

    @Test
    void whoHangsUpIsNamedInWordsThatAPersonKnows() {
        assertThat(send()).isEqualTo(new Unknown("closed the connection without an answer", false));

        says = BROKEN;
        assertThat(send())
                .isEqualTo(new Unknown("an answer that broke off or is too large", false));
    }

    @Test
    void theCircuitOfATargetThatIsDownStaysOpenWhateverItsProbes() throws InterruptedException {
        for (var i = 0; i < 10; i++) {
            send();
        }
        assertThat(circuit()).isEqualTo(2);

        TimeUnit.MILLISECONDS.sleep(1_100);
        now = now.plusSeconds(61);
        assertThat(circuit()).isEqualTo(1);
        send();
        assertThat(circuit()).isEqualTo(2);

        says = ANSWER;
        TimeUnit.MILLISECONDS.sleep(1_100);
        assertThat(send()).isInstanceOf(Answered.class);
        assertThat(circuit()).isZero();
    }

    private Answer send() {
        return targets.named("erp").send(Call.get("/"));
    }

    private double circuit() {
        return measured.get("interlock.target.circuit").gauge().value();
    }

    private void serve() {
        while (!erp.isClosed()) {
            try (var caller = erp.accept()) {
                var _ = caller.getInputStream().read(new byte[4096]);
                caller.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // it is shut down, or the caller has gone
            }
        }
    }

    private static TargetConfig config(int port) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TargetConfig.class)
                .withDefaultValue("interlock.targets.erp.system", "ERP")
                .withDefaultValue("interlock.targets.erp.url", "http://127.0.0.1:" + port)
                .build()
                .getConfigMapping(TargetConfig.class);
    }
}
