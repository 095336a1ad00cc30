package dev.interlock.sandbox.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void movesAllPortsTogether() {
        Ports usual = new Ports(8000);
        Ports moved = new Ports(18000);

        assertThat(usual.portal()).isEqualTo(8080);
        assertThat(usual.postgres()).isEqualTo(8433);
        for (Part part : Part.values()) {
            assertThat(moved.of(part) - usual.of(part)).isEqualTo(10000);
        }
        assertThat(usual.managementOf(usual.systemApis())).isEqualTo(9081);
    }

    @Test
    void refusesABaseThatLeavesNoRoom() {
        assertThatThrownBy(() -> new Ports(65000))
                .isInstanceOf(SandboxFailure.class)
                .hasMessageContaining("64355");
    }

    @Test
    void namesThePortThatIsTakenAndTheWayOut() throws IOException {
        Ports ports = new Ports(17000);
        try (ServerSocket taken =
                new ServerSocket(ports.qms(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> ports.requireFree(Part.PLANT))
                    .isInstanceOf(SandboxFailure.class)
                    .hasMessageContaining("Port 17093 (the plant)")
                    .hasMessageContaining("--port-base 18000");
        }
    }
}
